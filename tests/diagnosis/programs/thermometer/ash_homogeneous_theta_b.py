# kind: wrong
# task: train
# truth: w and b are returned the other way round.
# line: 29
# foreseen: no
import numpy as np


def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    A = np.stack([x, np.ones_like(x)])
    return tuple(2 / x.size * A @ (prediction - y))


def train(w, b, x, y, lr, epochs):
    theta, losses = np.array([w, b], float), []
    A = np.stack([x, np.ones_like(x)], axis=1)
    for _ in range(epochs):
        p = A @ theta
        l = loss(p, y)
        if np.isnan(l) or np.isinf(l):
            break
        losses.append(l)
        theta -= lr * np.array(gradient(x, y, p))
    return theta[1], theta[0], losses


def in_original_units(w, b, scale):
    linie = lambda t: w * (scale * t) + b
    return linie(1.0) - linie(0.0), linie(0.0)


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, x * scale, y, lr, epochs)
    return (*in_original_units(w, b, scale), losses)
