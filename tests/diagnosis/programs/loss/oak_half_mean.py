# kind: wrong
# task: half_squared_error
# truth: Half the mean, not half the sum.
# line: 19
# foreseen: unknown
import numpy as np


def squares(p, t):
    yield from ((a - b) ** 2 for a, b in zip(p, t))

def squared_error(prediction, y):
    return next(squares([prediction], [y]))

def mean_squared_error(predictions, y):
    return sum(squares(predictions, y)) / len(predictions)

def half_squared_error(outputs, targets):
    return sum(squares(outputs, targets)) / len(targets) / 2
