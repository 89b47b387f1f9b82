# kind: odd
# task: squared_error
# truth: All three functions use ^, which is the bitwise xor in Python and does not work on floats, so every call stops with a TypeError.
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ^ 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ^ 2)


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ^ 2)
