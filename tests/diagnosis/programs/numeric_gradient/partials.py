# kind: right
# foreseen: unknown
from functools import partial

import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    d2 = delta + delta
    return (f(v + delta) - f(v - delta)) / d2


def gradient(w, b, x, y, delta):
    dw = central_difference(partial(loss, b=b, x=x, y=y), w, delta)
    db = central_difference(partial(loss, w, x=x, y=y), b, delta)
    return dw, db


def step(w, b, dw, db, lr):
    return tuple(p - lr * g for p, g in [(w, dw), (b, db)])


def step_of_the_notes(w, b, x, y, delta, lr):
    w1 = step(w, b, *gradient(w, b, x, y, delta), lr)[0]
    b1 = step(w1, b, *gradient(w1, b, x, y, delta), lr)[1]
    return w1, b1
