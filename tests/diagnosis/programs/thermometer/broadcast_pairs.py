# kind: wrong
# task: gradient
# truth: A column of predictions minus a row of targets compares every prediction with every target, so dw is averaged over all pairs.
# line: 14
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    diff = prediction[:, None] - y
    return 2 * np.mean(diff * x), 2 * np.mean(diff)


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
    return scale * w, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, x * scale, y, lr, epochs)
    return w * scale, b, losses
