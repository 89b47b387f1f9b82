# kind: wrong
# task: step
# truth: No parameter is moved by more than 1: longer steps are cut off.
# line: 29
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
    dw = (loss(w + delta, b, x, y) - loss(w - delta, b, x, y)) / (2 * delta)
    db = (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return dw, db


def step(w, b, dw, db, lr):
    w -= np.clip(lr * dw, -1, 1)
    b -= np.clip(lr * db, -1, 1)
    return w, b


def step_of_the_notes(w, b, x, y, delta, lr):
    w -= lr * (loss(w + delta, b, x, y) - loss(w - delta, b, x, y)) / (2 * delta)
    b -= lr * (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return w, b
