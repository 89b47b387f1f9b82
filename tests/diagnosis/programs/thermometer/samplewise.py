# kind: wrong
# task: train
# truth: A step is made for every single sample instead of one for each epoch.
# line: 28
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
        value = loss(w * x + b, y)
        if not np.isfinite(value):
            break
        losses.append(value)
        for xi, yi in zip(x, y):
            p = w * xi + b
            w -= lr * 2 * (p - yi) * xi
            b -= lr * 2 * (p - yi)
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, np.multiply(x, scale), y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
