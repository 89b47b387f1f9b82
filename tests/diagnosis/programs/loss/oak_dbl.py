# kind: double
# task: mean_squared_error
# task: half_squared_error
# truth: The root of the mean is taken.
# truth: Absolute errors are summed.
# line: 18, 21
# foreseen: unknown
import numpy as np


def squares(p, t):
    yield from ((a - b) ** 2 for a, b in zip(p, t))

def squared_error(prediction, y):
    return next(squares([prediction], [y]))

def mean_squared_error(predictions, y):
    return (sum(squares(predictions, y)) / len(predictions)) ** 0.5

def half_squared_error(outputs, targets):
    return sum(abs(o - t) for o, t in zip(outputs, targets)) / 2
