# kind: right
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    values = [f(v + s * delta) for s in (1, -1)]
    return (values[0] - values[1]) / (2 * delta)


def gradient(w, b, x, y, delta):
    theta = np.array([w, b], dtype=float)
    grad = np.zeros(2)
    for i in range(2):
        plus = theta.copy()
        minus = theta.copy()
        plus[i] += delta
        minus[i] -= delta
        grad[i] = (loss(*plus, x, y) - loss(*minus, x, y)) / (2 * delta)
    return grad[0], grad[1]


def step(w, b, dw, db, lr):
    new = np.array([w, b]) - lr * np.array([dw, db])
    return tuple(new)


def step_of_the_notes(w, b, x, y, delta, lr):
    w, _ = step(w, b, gradient(w, b, x, y, delta)[0], 0.0, lr)
    _, b = step(w, b, 0.0, gradient(w, b, x, y, delta)[1], lr)
    return w, b
