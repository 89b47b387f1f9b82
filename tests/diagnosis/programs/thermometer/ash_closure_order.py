# kind: odd
# task: train
# truth: The losses come first.
# line: 26
# foreseen: no
import numpy as np


def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    mittel = lambda v: np.dot(v, np.ones_like(v)) / v.size
    err = prediction - y
    return 2 * mittel(err * x), 2 * mittel(err)


def train(w, b, x, y, lr, epochs):
    losses = []
    while len(losses) < epochs and np.isfinite(l := loss(w * x + b, y)):
        losses.append(l)
        dw, db = gradient(x, y, w * x + b)
        w, b = w - lr * dw, b - lr * db
    return losses, w, b


def in_original_units(w, b, scale):
    return scale * w, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    losses, *wb = train(w, b, np.multiply(scale, x), y, lr, epochs)
    return *in_original_units(*wb, scale), losses
