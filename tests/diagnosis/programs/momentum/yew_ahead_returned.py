# kind: wrong
# task: nesterov_step
# truth: The look-ahead velocity is returned as the velocity.
# line: 27 or 28
# foreseen: unknown
import numpy as np
def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)
def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


from itertools import accumulate


def velocity(v, g, beta):
    return np.add(np.multiply(beta, v), g)


def momentum_step(w, v, g, lr, beta):
    return w - lr * (v := velocity(v, g, beta)), v


def nesterov_step(w, v, g, lr, beta):
    v = velocity(velocity(v, g, beta), g, beta)
    return w - lr * v, v


def long_run_step(g, lr, beta):
    return lr * g * (1 - beta) ** -1


def descend(w, c, lr, beta, rounds):
    def move(state, _):
        where, v = state
        return momentum_step(where, v, slope(where, c), lr, beta)

    states = list(accumulate(range(rounds), move, initial=(w, np.zeros(np.shape(w)))))
    return states[-1][0], [loss(where, c) for where, _ in states[:-1]]
