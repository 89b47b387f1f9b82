# kind: double
# task: gradient
# task: gradient
# truth: delta is fixed at 0.01
# truth: a difference to one side only, divided by one delta
# line: 24
# line: 25
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / (2 * delta)


def gradient(w, b, x, y, delta):
    delta = 1e-2
    dw = (loss(w + delta, b, x, y) - loss(w, b, x, y)) / delta
    db = (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return dw, db


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * central_difference(lambda v: loss(v, b, x, y), w, delta)
    b = b - lr * central_difference(lambda v: loss(w, v, x, y), b, delta)
    return w, b
