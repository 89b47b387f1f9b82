# kind: double
# task: momentum_step
# task: momentum_step
# truth: moves by the old velocity
# truth: slope weighed with lr inside the velocity too
# line: 22
# foreseen: no
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def momentum_step(w, v, g, lr, beta):
    velocity = [beta * vi + lr * gi for vi, gi in zip(v, g)]
    place = [wi - lr * vi for wi, vi in zip(w, v)]
    return np.array(place), np.array(velocity)


def nesterov_step(w, v, g, lr, beta):
    velocity = beta * v + g
    ahead = g + beta * velocity
    return w - lr * ahead, velocity


def long_run_step(g, lr, beta):
    return lr * g / (1 - beta)


def descend(w, c, lr, beta, rounds):
    v = np.zeros_like(w)
    losses = []
    for _ in range(rounds):
        losses.append(loss(w, c))
        w, v = momentum_step(w, v, slope(w, c), lr, beta)
    return w, losses
