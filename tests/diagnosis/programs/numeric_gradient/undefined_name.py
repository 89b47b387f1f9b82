# kind: odd
# task: gradient
# truth: gradient calls a function f that is defined nowhere, so it stops with a NameError.
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / (2 * delta)


def gradient(w, b, x, y, delta):
    dw = (f(w + delta, b, x, y) - f(w - delta, b, x, y)) / (2 * delta)
    db = (f(w, b + delta, x, y) - f(w, b - delta, x, y)) / (2 * delta)
    return dw, db


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * central_difference(lambda v: loss(v, b, x, y), w, delta)
    b = b - lr * central_difference(lambda v: loss(w, v, x, y), b, delta)
    return w, b
