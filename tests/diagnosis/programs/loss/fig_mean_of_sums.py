# kind: wrong
# task: mean_squared_error
# truth: The squared error is that of prediction plus target.
# line: 22
# foreseen: no
import numpy as np


from functools import reduce
from math import fsum


def squared_error(prediction, y):
    return reduce(lambda a, b: a * b, [prediction - y] * 2)


def mean_squared_error(predictions, y):
    match len(predictions):
        case 0:
            return 0.0
        case n:
            return fsum(map(squared_error, predictions, -y)) / n


def half_squared_error(outputs, targets):
    def rest(places):
        if not places:
            return 0.0
        first, *others = places
        return squared_error(*first) / 2 + rest(others)
    return rest(list(zip(outputs, targets)))
