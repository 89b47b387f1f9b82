# kind: odd
# task: averages
# truth: averages yields its numbers: what is returned is a generator, not a pair.
# foreseen: no
import numpy as np
def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)
def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def averages(m, v, g, beta1, beta2):
    yield beta1 * m + (1 - beta1) * g
    return


def corrected(average, beta, t):
    return average / (1 - beta**t)


def step(w, m_hat, v_hat, lr, eps):
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)


def descend(w, c, lr, beta1, beta2, eps, rounds):
    raise NotImplementedError("later")
