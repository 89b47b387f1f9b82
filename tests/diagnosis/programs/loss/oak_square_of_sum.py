# kind: wrong
# task: half_squared_error
# truth: The errors are added up before they are squared.
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
    return (sum(outputs) - sum(targets)) ** 2 / 2
