# kind: odd
# task: central_difference
# truth: The file reads delta with input() while it loads, which ends with an EOFError where nobody types.
# foreseen: unknown
import numpy as np

delta = float(input("delta? "))


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / (2 * delta)


def gradient(w, b, x, y, delta):
    dw = central_difference(lambda v: loss(v, b, x, y), w, delta)
    db = central_difference(lambda v: loss(w, v, x, y), b, delta)
    return dw, db


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * central_difference(lambda v: loss(v, b, x, y), w, delta)
    b = b - lr * central_difference(lambda v: loss(w, v, x, y), b, delta)
    return w, b
