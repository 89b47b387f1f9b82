# kind: double
# task: mean_squared_error
# task: mean_squared_error
# truth: Absolute errors are added up instead of squared ones.
# truth: The sum is divided by n - 1 instead of n.
# line: 19, 20
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    error = prediction - y
    return error * error


def mean_squared_error(predictions, y):
    total = 0.0
    for i in range(len(predictions)):
        total += abs(predictions[i] - y[i])
    return total / max(1, len(predictions) - 1)


def half_squared_error(outputs, targets):
    total = 0.0
    for o, t in zip(outputs, targets):
        total += squared_error(o, t)
    return total / 2
