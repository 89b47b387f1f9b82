# kind: right
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    error = 2 * prediction - 2 * y
    return np.mean(error * x), np.mean(error)


def train(w, b, x, y, lr, epochs):
    history = []
    while len(history) < epochs:
        p = x * w + b
        with np.errstate(over="ignore", invalid="ignore"):
            now = loss(p, y)
        if now in (np.inf, -np.inf) or now != now:
            return w, b, history
        history.append(now)
        slopes = gradient(x, y, p)
        w -= slopes[0] * lr
        b -= slopes[1] * lr
    return w, b, history


def in_original_units(w, b, scale):
    # through two points of the line
    return (w * scale * 2 + b - (w * scale + b)), b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    *line, history = train(w, b, x * scale, y, lr, epochs)
    return (*in_original_units(*line, scale), history)
