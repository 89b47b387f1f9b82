# kind: odd
# task: gradient
# truth: The pair is returned as (db, dw).
# line: 25
# foreseen: yes
import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


central_difference = lambda f, v, delta: (f(v + delta) - f(v - delta)) / delta / 2


def gradient(w, b, x, y, delta):
    punkt = {"w": w, "b": b}

    def along(name):
        def moved(value):
            return loss(**(punkt | {name: value}), x=x, y=y)
        return central_difference(moved, punkt[name], delta)

    return tuple(map(along, ("b", "w")))


def step(w, b, dw, db, lr):
    return tuple(p - lr * s for p, s in zip((w, b), (dw, db)))


def step_of_the_notes(w, b, x, y, delta, lr):
    w -= lr * gradient(w, b, x, y, delta)[0]
    b -= lr * gradient(w, b, x, y, delta)[1]
    return w, b
