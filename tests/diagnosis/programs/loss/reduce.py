# kind: right
# foreseen: unknown
from functools import reduce

import numpy as np


def squared_error(prediction, y):
    return (y - prediction) * (y - prediction)


def total(a, b):
    return reduce(lambda so_far, pair: so_far + squared_error(*pair), zip(a, b), 0.0)


def mean_squared_error(predictions, y):
    return total(predictions, y) / len(y)


def half_squared_error(outputs, targets):
    return total(outputs, targets) / 2
