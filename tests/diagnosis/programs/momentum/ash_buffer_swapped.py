# kind: odd
# task: momentum_step
# truth: (v, w) is returned.
# line: 23
# foreseen: no
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def momentum_step(w, v, g, lr, beta):
    neu = np.array(v, dtype=float)
    neu *= beta
    neu += g
    return neu, w - lr * neu


def nesterov_step(w, v, g, lr, beta):
    neu = beta * v + g
    return momentum_step(w, neu, g, lr, beta)[1], neu


def long_run_step(g, lr, beta):
    return lr * g * (1 - beta) ** -1


def descend(w, c, lr, beta, rounds):
    def go(w, v, left):
        if left == 0:
            return w, []
        here = loss(w, c)
        v, w = momentum_step(w, v, slope(w, c), lr, beta)
        end, later = go(w, v, left - 1)
        return end, [here] + later

    return go(w, 0 * c, rounds)
