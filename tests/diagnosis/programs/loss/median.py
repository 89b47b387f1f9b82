# kind: wrong
# task: mean_squared_error
# truth: The median of the squared errors is returned instead of their mean.
# line: 16
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    d = y - prediction
    return d**2


def mean_squared_error(predictions, y):
    squares = sorted(squared_error(p, t) for p, t in zip(predictions, y))
    return np.median(squares)


def half_squared_error(outputs, targets):
    rest = list(zip(outputs, targets))
    total = 0
    while rest:
        o, t = rest.pop()
        total += 0.5 * (o - t) ** 2
    return total
