# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


from functools import partial


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    h = np.array([-1.0, 1.0]) * delta
    values = [f(v + d) for d in h]
    return np.diff(values)[0] / np.diff(h)[0]


def gradient(w, b, x, y, delta):
    return (
        central_difference(partial(loss, b=b, x=x, y=y), w, delta),
        central_difference(partial(loss, w, x=x, y=y), b, delta),
    )


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * central_difference(lambda v: loss(v, b, x, y), w, delta)
    b = b - lr * central_difference(lambda v: loss(w, v, x, y), b, delta)
    return w, b
