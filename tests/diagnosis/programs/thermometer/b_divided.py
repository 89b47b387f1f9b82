# kind: wrong
# task: in_original_units
# truth: b is divided by the scale although it stands beside no x.
# line: 34
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    X = np.vstack([x, np.ones_like(x)])
    g = 2 * X @ (prediction - y) / x.size
    return g[0], g[1]


def train(w, b, x, y, lr, epochs):
    theta = np.array([w, b], dtype=float)
    losses = []
    with np.errstate(all="ignore"):
        for _ in range(epochs):
            p = theta[0] * x + theta[1]
            L = loss(p, y)
            if not np.isfinite(L):
                break
            losses.append(L.item())
            theta = theta - lr * np.array(gradient(x, y, p))
    return theta[0], theta[1], losses


def in_original_units(w, b, scale):
    return scale * w, b / scale


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, x * scale, y, lr, epochs)
    return w * scale, b, losses
