# kind: double
# task: mean_squared_error
# task: half_squared_error
# truth: Equal squared errors are counted once only (a set).
# truth: A third stands where a half belongs.
# line: 24, 32
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
            return fsum(set(map(lambda p, t: abs(p - t), predictions, y))) / n


def half_squared_error(outputs, targets):
    def rest(places):
        if not places:
            return 0.0
        first, *others = places
        return squared_error(*first) / 3 + rest(others)
    return rest(list(zip(outputs, targets)))
