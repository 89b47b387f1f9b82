# kind: right
# foreseen: unknown
import numpy as np
def softmax(scores):
    """Return the shares of each row of scores."""
    powers = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)
def loss(q, k, v, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * (weights(q, k) @ v))


from math import sqrt


def weights(q, k):
    scores = q @ k.T / sqrt(q.shape[1])
    return softmax(scores)


def causal_weights(scores):
    n = len(scores)
    future = np.triu(np.ones((n, n), dtype=bool), k=1)
    return softmax(np.ma.filled(np.ma.array(scores, mask=future, dtype=float), -np.inf))


def slope_of_scores(a, da):
    share = np.sum(a * da, axis=1, keepdims=True)
    return a * (da - share)


def backward(q, k, v, a, g):
    da = g @ v.T
    ds = slope_of_scores(a, da)
    scale = 1 / sqrt(q.shape[1])
    dq = scale * ds @ k
    dk = scale * ds.T @ q
    dv = a.T @ g
    return dq, dk, dv
