# kind: double
# task: central_difference
# task: step
# truth: Both values are added.
# truth: The step goes uphill.
# line: 19, 29
# foreseen: no
import numpy as np
def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


from functools import partial


def central_difference(f, v, delta):
    left, right = map(f, (v - delta, v + delta))
    return (right + left) / (delta + delta)


def gradient(w, b, x, y, delta):
    in_w = lambda value: loss(value, b, x, y)
    in_b = partial(loss, w, x=x, y=y)
    return tuple(central_difference(f, v, delta) for f, v in ((in_w, w), (in_b, b)))


def step(w, b, dw, db, lr):
    return tuple(np.add((w, b), np.multiply(lr, (dw, db))))


def step_of_the_notes(w, b, x, y, delta, lr):
    w, _ = step(w, b, gradient(w, b, x, y, delta)[0], 0.0, lr)
    return w, step(w, b, 0.0, gradient(w, b, x, y, delta)[1], lr)[1]
