# kind: double
# task: gradient
# task: train
# truth: sign of the bias slope turned
# truth: training stops where the loss falls by less than 1
# line: 21
# line: 31
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    error = prediction - y
    return np.mean(2 * error * x), np.mean(2 * (y - prediction))


def train(w, b, x, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        p = w * x + b
        l = loss(p, y)
        if not np.isfinite(l):
            break
        if losses and losses[-1] - l < 1.0:
            break
        losses.append(l)
        e = p - y
        w, b = w - lr * np.mean(2 * e * x), b - lr * np.mean(2 * e)
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
