# kind: right
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    left, right = v - delta, v + delta
    return (f(right) - f(left)) / (2 * delta)


def gradient(w, b, x, y, delta):
    class Moved:
        def w(self, value):
            return loss(value, b, x, y)

        def b(self, value):
            return loss(w, value, x, y)

    moved = Moved()
    return central_difference(moved.w, w, delta), central_difference(moved.b, b, delta)


def step(w, b, dw, db, lr):
    down = -lr
    return w + down * dw, b + down * db


def step_of_the_notes(w, b, x, y, delta, lr):
    slope = gradient(w, b, x, y, delta)
    w, old_b = step(w, b, slope[0], 0.0, lr)
    slope = gradient(w, old_b, x, y, delta)
    return w, old_b - lr * slope[1]
