# kind: wrong
# task: train
# truth: The parameters with the smallest loss are returned instead of the last ones.
# line: 34
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
    best = (w, b)
    for epoch in range(epochs):
        prediction = w * x + b
        l = loss(prediction, y)
        if not np.isfinite(l):
            break
        if not losses or l < min(losses):
            best = (w, b)
        losses.append(l)
        dw, db = gradient(x, y, prediction)
        w = w - lr * dw
        b = b - lr * db
    return best[0], best[1], losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
