# kind: wrong
# task: half_squared_error
# truth: Only the first square is halved.
# line: 28
# foreseen: unknown
import numpy as np


from functools import reduce


def fehler(vorhersage, ziel):
    """Alle quadrierten Fehler, als Generator."""
    yield from ((v - z) * (v - z) for v, z in zip(np.atleast_1d(vorhersage), np.atleast_1d(ziel)))


def squared_error(prediction, y):
    return next(fehler(prediction, y))


def mean_squared_error(predictions, y):
    summe, anzahl = reduce(lambda acc, q: (acc[0] + q, acc[1] + 1), fehler(predictions, y), (0.0, 0))
    return summe / anzahl


def half_squared_error(outputs, targets):
    erster, *rest = fehler(outputs, targets)
    return 0.5 * erster + sum(rest)
