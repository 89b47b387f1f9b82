# kind: double
# task: nesterov_step
# task: nesterov_step
# truth: β is left out of the look-ahead.
# truth: The velocity is weighed.
# line: 25, 24
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
    w = w - lr * v
    return w, v


def nesterov_step(w, v, g, lr, beta):
    v = beta * v + (1 - beta) * g
    w = w - lr * (g + v)
    return w, v


def long_run_step(g, lr, beta):
    return lr * g / (1 - beta)


def descend(w, c, lr, beta, rounds):
    v = np.zeros(len(w))
    losses = []
    for i in range(rounds):
        losses.append(loss(w, c))
        g = slope(w, c)
        w, v = momentum_step(w, v, g, lr, beta)
    return w, losses
