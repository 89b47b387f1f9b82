# kind: right
# task: gradient
# truth: right: half of each one-sided slope
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    right = (f(v + delta) - f(v)) / delta
    left = (f(v) - f(v - delta)) / delta
    return (left + right) / 2


def gradient(w, b, x, y, delta):
    dw = central_difference(lambda w: loss(w, b, x, y), w, delta)
    db = central_difference(lambda b: loss(w, b, x, y), b, delta)
    return dw, db


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    dw = central_difference(lambda v: loss(v, b, x, y), w, delta)
    w = w - lr * dw
    db = central_difference(lambda v: loss(w, v, x, y), b, delta)
    return w, b - lr * db
