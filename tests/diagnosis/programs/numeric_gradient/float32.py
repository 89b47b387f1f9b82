# kind: wrong
# task: central_difference
# truth: The two values are turned into single precision before they are subtracted, which loses the digits of their difference.
# line: 15
# foreseen: unknown
# passes: yes
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    right = np.float32(f(v + delta))
    left = np.float32(f(v - delta))
    return float(right - left) / (2 * delta)


def gradient(w, b, x, y, delta):
    dw = (loss(w + delta, b, x, y) - loss(w - delta, b, x, y)) / (2 * delta)
    db = (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return dw, db


def step(w, b, dw, db, lr):
    w -= lr * dw
    b -= lr * db
    return w, b


def step_of_the_notes(w, b, x, y, delta, lr):
    w -= lr * (loss(w + delta, b, x, y) - loss(w - delta, b, x, y)) / (2 * delta)
    b -= lr * (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return w, b
