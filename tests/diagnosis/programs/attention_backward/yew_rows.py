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


def weights(q, k):
    d = np.shape(q)[-1]
    return softmax(np.inner(q, k) * d ** -0.5)


def causal_weights(scores):
    shares = np.zeros_like(scores, dtype=float)
    for i, row in enumerate(scores):
        shares[i, : i + 1] = softmax(row[None, : i + 1])
    return shares


def slope_of_scores(a, da):
    return np.stack([(np.diag(row) - np.outer(row, row)) @ slope for row, slope in zip(a, da)])


def backward(q, k, v, a, g):
    da = np.inner(g, v)
    ds = slope_of_scores(a, da) / np.sqrt(q.shape[1])
    return ds @ k, np.einsum("nm,nd->md", ds, q), np.einsum("nm,ne->me", a, g)
