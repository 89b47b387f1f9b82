# kind: right
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / delta / 2


def gradient(w, b, x, y, delta):
    # for a square the central difference is exact, whatever delta
    e = 2 * (w * x + b - y)
    return np.mean(e * x), np.mean(e)


def step(w, b, dw, db, lr):
    return w - dw * lr, b - db * lr


def step_of_the_notes(w, b, x, y, delta, lr):
    w = step(w, b, gradient(w, b, x, y, delta)[0], 0, lr)[0]
    b = step(w, b, 0, gradient(w, b, x, y, delta)[1], lr)[1]
    return w, b
