# kind: wrong
# task: gradient
# truth: The slopes are those of the summed squared error, n times too large.
# line: 24
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    right = f(v + delta)
    left = f(v - delta)
    rise = right - left
    run = (v + delta) - (v - delta)
    run = 2 * delta
    return rise / run


def gradient(w, b, x, y, delta):
    def total(w, b):
        return np.sum((w * x + b - y) ** 2)

    dw = (total(w + delta, b) - total(w - delta, b)) / (2 * delta)
    db = (total(w, b + delta) - total(w, b - delta)) / (2 * delta)
    return dw, db


def step(w, b, dw, db, lr):
    w -= lr * dw
    b -= lr * db
    return w, b


def step_of_the_notes(w, b, x, y, delta, lr):
    w -= lr * (loss(w + delta, b, x, y) - loss(w - delta, b, x, y)) / (2 * delta)
    b -= lr * (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return w, b
