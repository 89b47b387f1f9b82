# kind: wrong
# task: central_difference
# truth: delta is relative to v
# line: 17
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    h = delta * v
    return (f(v + h) - f(v - h)) / (2 * h)


def gradient(w, b, x, y, delta):
    dw = central_difference(lambda v: loss(v, b, x, y), w, delta)
    db = central_difference(lambda v: loss(w, v, x, y), b, delta)
    return dw, db


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * central_difference(lambda v: loss(v, b, x, y), w, delta)
    b = b - lr * central_difference(lambda v: loss(w, v, x, y), b, delta)
    return w, b
