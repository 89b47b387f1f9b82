# kind: double
# task: gradient
# task: gradient
# truth: The slopes are those of the summed squared error instead of the mean.
# truth: The pair is returned in the wrong order, db before dw.
# line: 26, 29
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
    n = len(x)
    L = lambda w, b: loss(w, b, x, y) * n
    dw = (L(w + delta, b) - L(w - delta, b)) / (2 * delta)
    db = (L(w, b + delta) - L(w, b - delta)) / (2 * delta)
    return db, dw


def step(w, b, dw, db, lr):
    w -= lr * dw
    b -= lr * db
    return w, b


def step_of_the_notes(w, b, x, y, delta, lr):
    w -= lr * (loss(w + delta, b, x, y) - loss(w - delta, b, x, y)) / (2 * delta)
    b -= lr * (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return w, b
