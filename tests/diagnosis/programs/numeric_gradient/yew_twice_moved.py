# kind: wrong
# task: step_of_the_notes
# truth: w is moved a second time, with its slope at the new place.
# line: 31
# foreseen: unknown
import numpy as np
def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


from functools import partial


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / delta / 2


def gradient(w, b, x, y, delta):
    along_w = partial(loss, b=b, x=x, y=y)
    along_b = partial(loss, w, x=x, y=y)
    return central_difference(along_w, w, delta), central_difference(along_b, b, delta)


def step(w, b, dw, db, lr):
    return tuple(value - lr * slope for value, slope in ((w, dw), (b, db)))


def step_of_the_notes(w, b, x, y, delta, lr):
    w = step(w, b, gradient(w, b, x, y, delta)[0], 0, lr)[0]
    return step(w, b, *gradient(w, b, x, y, delta), lr)
