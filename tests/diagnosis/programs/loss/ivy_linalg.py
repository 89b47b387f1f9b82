# kind: right
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.linalg.norm(predictions - y) ** 2 / predictions.size


def half_squared_error(outputs, targets):
    r = np.subtract(targets, outputs)
    return float(0.5 * r.dot(r))
