# kind: wrong
# task: central_difference
# truth: f is tried at v ± delta/2 instead of v ± delta, with the division to match.
# line: 15 or 14
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    h = delta / 2
    return (f(v + h) - f(v - h)) / delta


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
