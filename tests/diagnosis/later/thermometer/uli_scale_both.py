# kind: wrong
# task: in_original_units
# truth: the bias is scaled as well
# line: 32
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    e = 2 * (prediction - y)
    return np.mean(e * x), np.mean(e)


def train(w, b, x, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        prediction = w * x + b
        value = loss(prediction, y)
        if not np.isfinite(value):
            break
        losses.append(value)
        dw, db = gradient(x, y, prediction)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b * scale
