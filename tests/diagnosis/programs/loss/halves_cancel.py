# kind: right
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return 2 * half_squared_error([prediction], [y])


def mean_squared_error(predictions, y):
    return half_squared_error(predictions, y) / (0.5 * len(y))


def half_squared_error(outputs, targets):
    s = 0
    for i in range(len(outputs)):
        s += 0.5 * (outputs[i] - targets[i]) ** 2
    return s
