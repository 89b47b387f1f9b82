# kind: wrong
# task: fit_scaled
# truth: The targets are scaled along with the inputs.
# line: 39
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
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    result = train(w, b, x * scale, y * scale, lr, epochs)
    w, b = in_original_units(result[0], result[1], scale)
    return w, b, result[2]
