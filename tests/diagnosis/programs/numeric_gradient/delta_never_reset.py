# kind: wrong
# task: gradient
# truth: In the vector of parameters the entry of w is not set back after it was moved, so the slope in b is taken at w - delta.
# line: 22 or 26
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / (2 * delta)


def slopes_at(theta, x, y, delta, reset):
    out = []
    for i in range(len(theta)):
        old = theta[i]
        theta[i] = old + delta
        high = loss(theta[0], theta[1], x, y)
        theta[i] = old - delta
        low = loss(theta[0], theta[1], x, y)
        out.append((high - low) / (2 * delta))
        if reset:
            theta[i] = old
    return out


def gradient(w, b, x, y, delta):
    dw, db = slopes_at([w, b], x, y, delta, False)
    return dw, db


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * slopes_at([w, b], x, y, delta, True)[0]
    b = b - lr * slopes_at([w, b], x, y, delta, True)[1]
    return w, b
