# kind: wrong
# task: in_original_units
# truth: b is divided by the scale
# line: 35
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    error = prediction - y
    return np.mean(2 * error * x), np.mean(2 * error)


def train(w, b, x, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        p = w * x + b
        l = loss(p, y)
        if not np.isfinite(l):
            break
        losses.append(l)
        dw, db = gradient(x, y, p)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b / scale


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
