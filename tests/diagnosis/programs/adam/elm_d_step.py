# kind: double
# task: step
# task: step
# truth: eps inside the root
# truth: uphill
# line: 35
# foreseen: no
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def averages(m, v, g, beta1, beta2):
    new_m = [beta1 * a + (1 - beta1) * s for a, s in zip(m, g)]
    new_v = [beta2 * a + (1 - beta2) * s ** 2 for a, s in zip(v, g)]
    return np.array(new_m), np.array(new_v)


def corrected(average, beta, t):
    weight = 1 - beta ** t
    return average / weight


def step(w, m_hat, v_hat, lr, eps):
    out = np.empty_like(w)
    for i in range(w.size):
        out[i] = w[i] + lr * m_hat[i] / np.sqrt(v_hat[i] + eps)
    return out


def descend(w, c, lr, beta1, beta2, eps, rounds):
    m = np.zeros(len(w))
    v = np.zeros(len(w))
    losses = []
    for i in range(rounds):
        losses.append(loss(w, c))
        g = slope(w, c)
        m, v = averages(m, v, g, beta1, beta2)
        w = step(w, corrected(m, beta1, i + 1), corrected(v, beta2, i + 1), lr, eps)
    return w, losses
