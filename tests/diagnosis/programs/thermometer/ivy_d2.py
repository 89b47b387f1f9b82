# kind: double
# task: train
# task: train
# truth: the prediction is made once, before the loop
# truth: the rate is halved for b
# line: 26
# line: 34
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
    p = w * x + b
    for _ in range(epochs):
        l = loss(p, y)
        if not np.isfinite(l):
            break
        losses.append(l)
        dw, db = gradient(x, y, p)
        w = w - lr * dw
        b = b - lr * db / 2
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
