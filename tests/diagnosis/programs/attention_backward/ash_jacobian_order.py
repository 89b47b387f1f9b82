# kind: odd
# task: backward
# truth: v comes first.
# line: 42
# foreseen: no
import numpy as np


def softmax(scores):
    """Return the shares of each row of scores."""
    powers = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


def loss(q, k, v, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * (weights(q, k) @ v))


def weights(q, k):
    d = q.shape[-1]
    return softmax(np.inner(q, k) * d**-0.5)


def causal_weights(scores):
    masked = scores.copy()
    masked[np.triu_indices(len(scores), k=1)] = -np.inf
    return softmax(masked)


def slope_of_scores(a, da):
    rows = []
    for p, g in zip(a, da):
        rows.append((np.diag(p) - np.outer(p, p)) @ g)
    return np.vstack(rows)


def backward(q, k, v, a, g):
    da = np.inner(g, v)
    ds = slope_of_scores(a, da)
    ds = ds / np.sqrt(q.shape[1])
    return a.T @ g, ds @ k, ds.T @ q
