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
    return softmax(q @ k.T / np.sqrt(q.shape[1]))


def causal_weights(scores):
    masked = np.where(np.tril(np.ones(scores.shape)) > 0, scores, -np.inf)
    return softmax(masked)


def slope_of_scores(a, da):
    return a * (da - np.sum(a * da, axis=1, keepdims=True))


def backward(q, k, v, a, g):
    scale = q.shape[-1] ** -0.5
    da = np.einsum("ne,me->nm", g, v)
    ds = scale * slope_of_scores(a, da)
    return np.einsum("nm,md->nd", ds, k), np.einsum("nm,nd->md", ds, q), np.einsum("nm,ne->me", a, g)
