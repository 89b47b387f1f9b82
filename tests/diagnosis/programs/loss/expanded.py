# kind: right
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    # binomial formula
    return prediction**2 - 2 * prediction * y + y**2


def mean_squared_error(predictions, y):
    squares = [squared_error(p, t) for p, t in zip(predictions, y)]
    return sum(squares) / len(squares)


def half_squared_error(outputs, targets):
    return sum(0.5 * squared_error(o, t) for o, t in zip(outputs, targets))
