# kind: double
# task: mean_squared_error
# task: mean_squared_error
# truth: first sample left out
# truth: sum of prediction and target
# line: 18
# line: 19
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    total = 0.0
    for i in range(1, len(y)):
        total += (predictions[i] + y[i]) ** 2
    return total / len(y)


def half_squared_error(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2
