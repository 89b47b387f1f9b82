# kind: wrong
# task: descend
# truth: v corrected with beta1
# line: 37
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
    m, v = np.zeros_like(w), np.zeros_like(w)
    losses = []
    for t in range(1, rounds + 1):
        losses.append(loss(w, c))
        m, v = averages(m, v, slope(w, c), beta1, beta2)
        w = step(w, corrected(m, beta1, t), corrected(v, beta1, t), lr, eps)
    return w, losses
