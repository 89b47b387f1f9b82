# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def softmax(scores):
    """Return the shares of each row of scores."""
    powers = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


def loss(q, k, v, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * (weights(q, k) @ v))


def weights(q, k):
    d = q.shape[1]
    return softmax(np.array([[np.dot(qi, kj) / d ** 0.5 for kj in k] for qi in q]))


def causal_weights(scores):
    n = len(scores)
    a = np.zeros((n, n))
    for i in range(n):
        a[i, : i + 1] = softmax(scores[i : i + 1, : i + 1])[0]
    return a


def slope_of_scores(a, da):
    return np.array([(np.diag(r) - np.outer(r, r)) @ s for r, s in zip(a, da)])


def backward(q, k, v, a, g):
    dv = a.T @ g
    ds = slope_of_scores(a, g @ v.T) / np.sqrt(q.shape[1])
    return ds @ k, ds.T @ q, dv
