# kind: wrong
# task: gradient
# truth: The slope in w is returned twice, also in the place of the slope in b.
# line: 33
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return 0.5 * (f(v + delta) - f(v - delta)) / delta


def slope_w(w, b, x, y, delta):
    def of_w(value):
        return loss(value, b, x, y)

    return central_difference(of_w, w, delta)


def slope_b(w, b, x, y, delta):
    def of_b(value):
        return loss(w, value, x, y)

    return central_difference(of_b, b, delta)


def gradient(w, b, x, y, delta):
    dw = slope_w(w, b, x, y, delta)
    db = slope_w(w, b, x, y, delta)
    return dw, db


def step(w, b, dw, db, lr):
    return [w - dw * lr, b - db * lr]


def step_of_the_notes(w, b, x, y, delta, lr):
    new_w = w - lr * slope_w(w, b, x, y, delta)
    new_b = b - lr * slope_b(new_w, b, x, y, delta)
    return new_w, new_b
