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
    new_m = m.copy()
    new_m += (1 - beta1) * (g - m)
    new_v = v + (1 - beta2) * (np.square(g) - v)
    return new_m, new_v


def corrected(average, beta, t):
    weights = sum((1 - beta) * beta ** k for k in range(t))
    return np.divide(average, weights)


def step(w, m_hat, v_hat, lr, eps):
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)


def descend(w, c, lr, beta1, beta2, eps, rounds):
    w = w.copy()
    state = {"m": 0 * w, "v": 0 * w}
    losses = []
    t = 0
    while t < rounds:
        t += 1
        losses.append(float(loss(w, c)))
        state["m"], state["v"] = averages(state["m"], state["v"], slope(w, c), beta1, beta2)
        w[:] = step(w, corrected(state["m"], beta1, t), corrected(state["v"], beta2, t), lr, eps)
    return w, losses
