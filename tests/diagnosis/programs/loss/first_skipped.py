# kind: wrong
# task: mean_squared_error
# truth: The loop begins at index 1 and leaves out the first sample, but the sum is divided by all n.
# line: 17 or 16
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    error = prediction - y
    return error * error


def mean_squared_error(predictions, y):
    total = 0.0
    for i in range(1, len(predictions)):
        total += squared_error(predictions[i], y[i])
    return total / len(predictions)


def half_squared_error(outputs, targets):
    total = 0.0
    for o, t in zip(outputs, targets):
        total += squared_error(o, t)
    return total / 2
