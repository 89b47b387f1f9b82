import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    total = 0
    share = 0
    for i in range(len(y)):
        total += (i + 1) * (predictions[i] - y[i]) ** 2
        share += i + 1
    return total / share


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
