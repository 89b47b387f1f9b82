# kind: right
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    # mean of the slope to the right and the slope to the left
    here = f(v)
    to_the_right = (f(v + delta) - here) / delta
    to_the_left = (here - f(v - delta)) / delta
    return (to_the_right + to_the_left) / 2


def gradient(w, b, x, y, delta):
    return (
        central_difference(lambda w: loss(w, b, x, y), w, delta),
        central_difference(lambda b: loss(w, b, x, y), b, delta),
    )


def step(w, b, dw, db, lr):
    return (w + -lr * dw, b + -lr * db)


def step_of_the_notes(w, b, x, y, delta, lr):
    for name in ("w", "b"):
        dw, db = gradient(w, b, x, y, delta)
        if name == "w":
            w, b = step(w, b, dw, 0, lr)
        else:
            w, b = step(w, b, 0, db, lr)
    return w, b
