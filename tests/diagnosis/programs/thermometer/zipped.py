# kind: right
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    pairs = [(2 * (p - t) * xi, 2 * (p - t)) for xi, t, p in zip(x, y, prediction)]
    dws, dbs = zip(*pairs)
    return sum(dws) / len(dws), sum(dbs) / len(dbs)


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
