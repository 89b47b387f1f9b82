# kind: wrong
# task: gradient
# truth: db is computed as dw divided by the mean of x instead of as the mean slope.
# line: 16
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    dws = [2 * (p - t) * xi for xi, t, p in zip(x, y, prediction)]
    dw = sum(dws) / len(dws)
    db = dw / (sum(x) / len(x))
    return dw, db


def train(w, b, x, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        prediction = np.array([w * xi + b for xi in x])
        losses.append(loss(prediction, y))
        if not np.isfinite(losses[-1]):
            losses.pop()
            break
        dw, db = gradient(x, y, prediction)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, np.multiply(x, scale), y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
