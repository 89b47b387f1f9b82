# kind: double
# task: averages
# task: step
# truth: m keeps 1 - β.
# truth: Uphill.
# line: 25, 38
# foreseen: no
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


mix = lambda old, new, share: share * old + (1 - share) * new


def averages(m, v, g, beta1, beta2):
    return [mix(g, m, beta1), mix(v, g**2, beta2)]


def corrected(average, beta, t):
    if t < 1:
        raise ValueError("t begins at 1")
    return np.divide(average, -np.expm1(t * np.log(beta)))


def step(w, m_hat, v_hat, lr, eps):
    bruch = np.zeros_like(w)
    for i in range(w.size):
        bruch[i] = m_hat[i] / (v_hat[i] ** 0.5 + eps)
    return w + lr * bruch


def descend(w, c, lr, beta1, beta2, eps, rounds):
    def runde(t, w, m, v):
        if t > rounds:
            return w, []
        g = slope(w, c)
        m, v = averages(m, v, g, beta1, beta2)
        neu = step(w, corrected(m, beta1, t), corrected(v, beta2, t), lr, eps)
        ende, rest = runde(t + 1, neu, m, v)
        return ende, [loss(w, c), *rest]

    return runde(1, w, np.zeros_like(w), np.zeros_like(w))
