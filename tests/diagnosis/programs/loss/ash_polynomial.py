# kind: right
# foreseen: no
import numpy as np


def squared_error(prediction, y):
    if prediction == y:
        return 0.0
    return prediction * prediction - 2 * prediction * y + y * y


def mean_squared_error(predictions, y):
    return np.average([squared_error(a, b) for a, b in zip(predictions.tolist(), y.tolist())])


def half_squared_error(outputs, targets):
    diff = outputs - targets
    return (diff.T @ diff).item() * 0.5
