# kind: wrong
# task: averages
# truth: Both averages use beta1.
# line: 20
# foreseen: unknown
import numpy as np
def loss(w, c):
    return 0.5 * np.sum(c * w**2)
def slope(w, c):
    return c * w


import functools

def ema(rate, old, new):
    """Exponential moving average."""
    return rate * old + (1 - rate) * new

def averages(m, v, g, beta1, beta2):
    return ema(beta1, m, g), ema(beta1, v, np.square(g))

def corrected(average, beta, t):
    weight = 1 - beta ** t
    return average / weight

def step(w, m_hat, v_hat, lr, eps):
    denominator = eps + np.sqrt(v_hat)
    return w - lr * np.divide(m_hat, denominator)

def descend(w, c, lr, beta1, beta2, eps, rounds):
    moments = np.zeros((2, len(w)))
    history = []
    where = w.copy()
    for t in range(rounds):
        history.append(loss(where, c))
        moments = np.array(averages(*moments, slope(where, c), beta1, beta2))
        hats = [corrected(a, b, t + 1) for a, b in zip(moments, (beta1, beta2))]
        where = step(where, *hats, lr, eps)
    return where, history
