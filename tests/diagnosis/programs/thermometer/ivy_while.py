# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    design = np.c_[x, np.ones(len(x))]
    return tuple(design.T.dot(prediction - y) * 2.0 / y.shape[0])


def train(w, b, x, y, lr, epochs):
    losses, epoch = [], 0
    while epoch < epochs:
        epoch += 1
        prediction = w * x + b
        current = float(loss(prediction, y))
        if current != current or current in (float("inf"), float("-inf")):
            return w, b, losses
        losses += [current]
        slopes = gradient(x, y, prediction)
        w -= lr * slopes[0]
        b -= lr * slopes[1]
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
