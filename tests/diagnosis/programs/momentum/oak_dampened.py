# kind: wrong
# task: momentum_step
# truth: The slope is weighed with 1 - beta.
# line: 14
# foreseen: unknown
import numpy as np
def loss(w, c):
    return 0.5 * np.sum(c * w**2)
def slope(w, c):
    return c * w


def momentum_step(w, v, g, lr, beta):
    v = np.add(beta * v, (1 - beta) * g)
    return np.subtract(w, lr * v), v

def nesterov_step(w, v, g, lr, beta):
    _, fresh = momentum_step(w, v, g, lr, beta)
    return w - lr * g - lr * beta * fresh, fresh

def long_run_step(g, lr, beta):
    return g * lr / (1 - beta)

def descend(w, c, lr, beta, rounds):
    state = w, np.zeros(len(w))
    trail = []
    for _ in range(rounds):
        trail.append(loss(state[0], c))
        state = momentum_step(*state, slope(state[0], c), lr, beta)
    return state[0], trail
