# kind: right
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    d = 2 * (prediction - y) / len(y)
    return d @ x, d @ np.ones(len(y))


def one_epoch(state, x, y, lr):
    w, b, losses = state
    p = w * x + b
    error = loss(p, y)
    if np.isfinite(error):
        dw, db = gradient(x, y, p)
        return (w - lr * dw, b - lr * db, [*losses, error]), True
    return state, False


def train(w, b, x, y, lr, epochs):
    state, going = (w, b, []), True
    while going and len(state[2]) < epochs:
        state, going = one_epoch(state, x, y, lr)
    return state


def in_original_units(w, b, scale):
    return tuple(np.array([w, b]) * np.array([scale, 1]))


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    return in_original_units(w, b, scale)[0], b, losses
