# kind: wrong
# task: step
# truth: The gradient is scaled to length 1 before the step, so only its direction counts.
# line: 32
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
    g = np.array([dw, db])
    g = g / np.linalg.norm(g)
    new = np.array([w, b]) - lr * g
    return tuple(new)


def step_of_the_notes(w, b, x, y, delta, lr):
    w = w - lr * gradient(w, b, x, y, delta)[0]
    b = b - lr * gradient(w, b, x, y, delta)[1]
    return w, b
