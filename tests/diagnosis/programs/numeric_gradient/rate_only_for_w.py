# kind: wrong
# task: step
# truth: The learning rate is missing in the step of b.
# line: 36
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
    return slope_w(w, b, x, y, delta), slope_b(w, b, x, y, delta)


def step(w, b, dw, db, lr):
    return w - lr * dw, b - db


def step_of_the_notes(w, b, x, y, delta, lr):
    new_w = w - lr * slope_w(w, b, x, y, delta)
    new_b = b - lr * slope_b(new_w, b, x, y, delta)
    return new_w, new_b
