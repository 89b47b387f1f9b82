# kind: odd
# task: mean_squared_error
# truth: The file has no function mean_squared_error; it is called mse.
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mse(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return mse(outputs, targets) * len(outputs) / 2
