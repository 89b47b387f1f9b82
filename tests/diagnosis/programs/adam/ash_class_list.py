# kind: odd
# task: averages
# truth: Four values are returned.
# line: 29
# foreseen: no
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


class EMA:
    def __init__(self, start, beta):
        self.value, self.beta = start, beta

    def feed(self, new):
        self.value = self.value * self.beta + new * (1 - self.beta)
        return self.value


def averages(m, v, g, beta1, beta2):
    return EMA(m, beta1).feed(g), EMA(v, beta2).feed(g * g), beta1, beta2


def corrected(average, beta, t):
    weights = sum((1 - beta) * beta**k for k in range(t))
    return average / weights


def step(w, m_hat, v_hat, lr, eps):
    richtung = m_hat / (eps + v_hat**0.5)
    return w - lr * richtung


def descend(w, c, lr, beta1, beta2, eps, rounds):
    first, second = EMA(np.zeros(len(w)), beta1), EMA(np.zeros(len(w)), beta2)
    losses = []
    for t in range(1, rounds + 1):
        losses.append(loss(w, c))
        g = slope(w, c)
        mh, vh = corrected(first.feed(g), beta1, t), corrected(second.feed(g**2), beta2, t)
        w = step(w, mh, vh, lr, eps)
    return w, losses
