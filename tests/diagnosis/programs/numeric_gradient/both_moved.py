# kind: wrong
# task: gradient
# truth: Both parameters are moved at once, so each slope contains the other's.
# line: 18
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / (2 * delta)


def gradient(w, b, x, y, delta):
    up = loss(w + delta, b + delta, x, y)
    down = loss(w - delta, b - delta, x, y)
    slope = (up - down) / (2 * delta)
    return slope, slope


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def one_slope(w, b, x, y, delta, which):
    if which == "w":
        return central_difference(lambda v: loss(v, b, x, y), w, delta)
    return central_difference(lambda v: loss(w, v, x, y), b, delta)


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * one_slope(w, b, x, y, delta, "w")
    b = b - lr * one_slope(w, b, x, y, delta, "b")
    return w, b
