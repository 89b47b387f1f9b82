# kind: wrong
# task: mean_squared_error
# truth: The running total is divided by n in every round instead of once at the end.
# line: 19
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    error = prediction - y
    return error * error


def mean_squared_error(predictions, y):
    n = len(predictions)
    total = 0.0
    for i in range(n):
        total += squared_error(predictions[i], y[i])
        total = total / n
    return total


def half_squared_error(outputs, targets):
    total = 0.0
    for o, t in zip(outputs, targets):
        total += squared_error(o, t)
    return total / 2
