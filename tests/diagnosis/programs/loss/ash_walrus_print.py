# kind: odd
# task: squared_error
# truth: The error is printed and nothing returned.
# line: 10
# foreseen: no
import numpy as np


def squared_error(prediction, y):
    print((e := prediction - y) * e)


def mean_squared_error(predictions, y):
    n = predictions.shape[0]
    fehler = np.array(predictions, dtype=float)
    fehler -= y
    fehler *= fehler
    return fehler.sum() / n


def half_squared_error(outputs, targets):
    if len(outputs) == 0:
        return 0.0
    return squared_error(outputs[0], targets[0]) / 2 + half_squared_error(outputs[1:], targets[1:])
