# kind: right
# foreseen: unknown
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def averages(m, v, g, beta1, beta2):
    return beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g ** 2


def corrected(average, beta, t):
    return average / (1 - beta ** t)


def step(w, m_hat, v_hat, lr, eps):
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)


def descend(w, c, lr, beta1, beta2, eps, rounds):
    m = v = 0.0
    p1 = p2 = 1.0
    losses = []
    for _ in range(rounds):
        losses.append(loss(w, c))
        g = slope(w, c)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        p1, p2 = p1 * beta1, p2 * beta2
        w = w - lr * (m / (1 - p1)) / (np.sqrt(v / (1 - p2)) + eps)
    return w, losses
