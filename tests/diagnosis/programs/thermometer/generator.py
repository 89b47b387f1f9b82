# kind: right
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    e = prediction - y
    return 2 * np.average(e * x), 2 * np.average(e)


def descent(w, b, x, y, lr):
    """Yield the loss and the parameters, for ever."""
    while True:
        prediction = w * x + b
        yield loss(prediction, y), w, b
        dw, db = gradient(x, y, prediction)
        w = w - lr * dw
        b = b - lr * db


def train(w, b, x, y, lr, epochs):
    losses = []
    for value, w, b in descent(w, b, x, y, lr):
        if len(losses) == epochs or not np.isfinite(value):
            break
        losses.append(value)
    return w, b, losses


def in_original_units(w, b, scale):
    return [w * scale, b]


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return [w, b, losses]
