import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    total = 0
    for p, t in zip(predictions, y):
        total += (p - t) ** 2
    return total / len(y)


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
