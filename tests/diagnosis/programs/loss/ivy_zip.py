# kind: right
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return prediction * prediction - 2 * prediction * y + y * y


def mean_squared_error(predictions, y):
    return sum(squared_error(p, t) for p, t in zip(predictions, y)) / len(y)


def half_squared_error(outputs, targets):
    from functools import reduce
    return reduce(lambda acc, pair: acc + 0.5 * squared_error(*pair), zip(outputs, targets), 0.0)
