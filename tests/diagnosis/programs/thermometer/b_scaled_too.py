# kind: wrong
# task: in_original_units
# truth: b is multiplied by the scale as well, although it stands beside no x.
# line: 35
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    error = prediction - y
    dw = np.mean(2 * error * x)
    db = np.mean(2 * error)
    return dw, db


def train(w, b, x, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        prediction = w * x + b
        l = loss(prediction, y)
        if not np.isfinite(l):
            return w, b, losses
        losses.append(l)
        dw, db = gradient(x, y, prediction)
        w = w - lr * dw
        b = b - lr * db
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b * scale


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
