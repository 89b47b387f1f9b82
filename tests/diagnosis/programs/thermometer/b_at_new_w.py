# kind: wrong
# task: train
# truth: The slope in b is taken from a prediction at the w that has already moved.
# line: 29
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
        w = w - lr * gradient(x, y, prediction)[0]
        b = b - lr * gradient(x, y, w * x + b)[1]
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
