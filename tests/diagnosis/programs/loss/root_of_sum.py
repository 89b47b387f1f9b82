# kind: double
# task: half_squared_error
# task: half_squared_error
# truth: The root of the sum is taken, so the errors end up unsquared.
# truth: The result is divided by the number of outputs.
# line: 21, 22
# foreseen: unknown
import numpy as np
from numpy.linalg import norm


def squared_error(prediction, y):
    return pow(prediction - y, 2)


def mean_squared_error(predictions, y):
    return norm(predictions - y) ** 2 / len(y)


def half_squared_error(outputs, targets):
    distance = norm(outputs - targets)
    return 0.5 * distance / len(outputs)
