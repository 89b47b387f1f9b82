# kind: right
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
    w, v = momentum_step(w, v, g, lr, beta)
    return w + lr * v - lr * g - lr * beta * v, v


def long_run_step(g, lr, beta):
    total, term = 0.0, 1.0
    while term > 1e-18:
        total += term
        term *= beta
    return lr * g * total


def descend(w, c, lr, beta, rounds):
    state = (np.array(w), np.zeros(len(w)))
    losses = np.zeros(rounds)
    for i in range(rounds):
        losses[i] = loss(state[0], c)
        state = momentum_step(*state, slope(state[0], c), lr, beta)
    return state[0], losses.tolist()
