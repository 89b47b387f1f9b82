# kind: wrong
# task: gradient
# truth: both parameters moved together
# line: 21
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / (2 * delta)


def gradient(w, b, x, y, delta):
    dw = (loss(w + delta, b + delta, x, y) - loss(w - delta, b - delta, x, y)) / (2 * delta)
    db = (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return dw, db


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * central_difference(lambda v: loss(v, b, x, y), w, delta)
    b = b - lr * central_difference(lambda v: loss(w, v, x, y), b, delta)
    return w, b
