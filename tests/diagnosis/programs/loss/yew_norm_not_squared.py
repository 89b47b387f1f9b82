# kind: wrong
# task: mean_squared_error
# truth: The norm of the errors is divided by n; its square was meant.
# line: 22
# foreseen: unknown
import numpy as np


from functools import reduce


def fehler(vorhersage, ziel):
    """Alle quadrierten Fehler, als Generator."""
    yield from ((v - z) * (v - z) for v, z in zip(np.atleast_1d(vorhersage), np.atleast_1d(ziel)))


def squared_error(prediction, y):
    return next(fehler(prediction, y))


def mean_squared_error(predictions, y):
    return np.linalg.norm(predictions - y) / len(y)


def half_squared_error(outputs, targets):
    return sum(fehler(outputs, targets)) / 2
