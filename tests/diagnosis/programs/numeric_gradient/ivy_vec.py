# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / (2 * delta)


def gradient(w, b, x, y, delta):
    theta = np.array([w, b], dtype=float)
    out = []
    for e in np.eye(2):
        plus = loss(*(theta + delta * e), x, y)
        minus = loss(*(theta - delta * e), x, y)
        out.append((plus - minus) / 2 / delta)
    return tuple(out)


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    dw, _ = gradient(w, b, x, y, delta)
    w -= lr * dw
    _, db = gradient(w, b, x, y, delta)
    b -= lr * db
    return w, b
