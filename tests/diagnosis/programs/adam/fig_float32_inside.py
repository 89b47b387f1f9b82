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
    blend = np.vectorize(lambda old, new, beta: beta * old + (1 - beta) * new, otypes=[float])
    return blend(m, g, beta1), blend(v, np.square(g), beta2)


def corrected(average, beta, t):
    return average / (1 - beta**t)


def step(w, m_hat, v_hat, lr, eps):
    return np.array([one - lr * m / (v ** 0.5 + eps) for one, m, v in zip(w, m_hat, v_hat)])


def descend(w, c, lr, beta1, beta2, eps, rounds):
    own = w.copy()
    m, v, losses = np.zeros(len(w)), np.zeros(len(w)), []
    t = 0
    while (t := t + 1) <= rounds:
        losses.append(loss(own, c))
        m[:], v[:] = averages(m, v, slope(own, c), beta1, beta2)
        own[:] = step(own, corrected(m, beta1, t), corrected(v, beta2, t), lr, eps)
    return own, losses
