# kind: wrong
# task: long_run_step
# truth: the sum ends after three terms
# line: 30
# foreseen: unknown
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def momentum_step(w, v, g, lr, beta):
    v = beta * v + g
    return w - lr * v, v


def nesterov_step(w, v, g, lr, beta):
    v = beta * v + g
    return w - lr * (g + beta * v), v


def long_run_step(g, lr, beta):
    return lr * g * (1 + beta + beta ** 2)


def descend(w, c, lr, beta, rounds):
    v = np.zeros_like(w)
    losses = []
    for _ in range(rounds):
        losses.append(loss(w, c))
        w, v = momentum_step(w, v, slope(w, c), lr, beta)
    return w, losses
