# kind: double
# task: central_difference
# task: central_difference
# truth: The difference is one-sided: f at v + delta is compared with f at v itself.
# truth: The rise over one delta is divided by 2·delta.
# line: 16
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v)) / (2 * delta)


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
