# kind: wrong
# task: half_squared_error
# truth: half_squared_error returns a cross-entropy, the loss of another kind of network.
# line: 19
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    eps = 1e-12
    logs = np.log(np.abs(outputs) + eps)
    return -0.5 * np.sum(targets * logs)
