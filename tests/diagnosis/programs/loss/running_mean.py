# kind: right
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    d = y - prediction
    return d**2


def mean_squared_error(predictions, y):
    mean = 0.0
    for n, (p, target) in enumerate(zip(predictions, y), start=1):
        mean = mean + (squared_error(p, target) - mean) / n
    return mean


def half_squared_error(outputs, targets):
    rest = list(zip(outputs, targets))
    total = 0
    while rest:
        o, t = rest.pop()
        total += 0.5 * (o - t) ** 2
    return total
