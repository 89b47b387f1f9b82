# kind: wrong
# task: train
# truth: The loss is computed after the step instead of before it.
# line: 27
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
        dw, db = gradient(x, y, prediction)
        new_w = w - lr * dw
        new_b = b - lr * db
        l = loss(new_w * x + new_b, y)
        if not np.isfinite(l):
            return w, b, losses
        losses.append(l)
        w, b = new_w, new_b
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
