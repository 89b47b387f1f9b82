# kind: wrong
# task: step
# truth: The cube root is taken.
# line: 27
# foreseen: no
import numpy as np
def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)
def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def averages(m, v, g, beta1, beta2):
    betas = np.array([[beta1], [beta2]])
    old, new = np.stack([m, v]), np.stack([g, g * g])
    return tuple(betas * old + (1 - betas) * new)


def corrected(average, beta, t):
    weights = [(1 - beta) * beta**age for age in range(int(t))]
    return average / sum(weights)


def step(w, m_hat, v_hat, lr, eps):
    length = np.divide(m_hat, eps + np.cbrt(v_hat))
    moved = np.array(w, copy=True)
    moved -= lr * length
    return moved


def descend(w, c, lr, beta1, beta2, eps, rounds):
    state = (w, np.zeros_like(w), np.zeros_like(w))
    losses = []
    for t in range(1, rounds + 1):
        w, m, v = state
        losses.append(loss(w, c))
        m, v = averages(m, v, slope(w, c), beta1, beta2)
        hats = corrected(m, beta1, t), corrected(v, beta2, t)
        state = step(w, *hats, lr, eps), m, v
    return state[0], losses
