# kind: right
# foreseen: no
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def averages(m, v, g, beta1, beta2):
    return m + (1.0 - beta1) * (g - m), v * beta2 + np.square(g) - beta2 * np.square(g)

def corrected(average, beta, t):
    assert t >= 1, "rounds are counted from 1"
    return np.true_divide(average, 1.0 - np.power(beta, t))

def step(w, m_hat, v_hat, lr, eps):
    move = lr * m_hat
    move /= np.sqrt(v_hat) + eps
    return w - np.clip(move, -1e12, 1e12)

def descend(w, c, lr, beta1, beta2, eps, rounds):
    here, m, v, trace, t = w.copy(), 0 * w, 0 * w, [], 0
    while (t := t + 1) <= rounds:
        trace.append(loss(here, c))
        m, v = averages(m, v, slope(here, c), beta1, beta2)
        here[...] = step(here, corrected(m, beta1, t), corrected(v, beta2, t), lr, eps)
    return here, trace

if __name__ == "__main__":
    print(descend(np.array([1.0, 2.0]), np.array([3.0, 0.1]), 0.1, 0.9, 0.99, 1e-8, 3))
