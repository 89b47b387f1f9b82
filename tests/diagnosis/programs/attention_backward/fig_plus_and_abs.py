# kind: double
# task: slope_of_scores
# task: slope_of_scores
# truth: The outer product is added.
# truth: The slopes are halved.
# line: 32, 32
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
    scores = np.einsum("nd,md->nm", q, k)
    return softmax(scores * q.shape[1] ** -0.5)


def causal_weights(scores):
    rows = []
    for i, row in enumerate(scores):
        seen = softmax(row[None, :i + 1])[0]
        rows.append(np.pad(seen, (0, len(row) - i - 1)))
    return np.array(rows)


def slope_of_scores(a, da):
    return np.stack([(np.diag(row) + np.outer(row, row)) @ d / 2 for row, d in zip(a, da)])


def backward(q, k, v, a, g):
    da = np.einsum("ne,me->nm", g, v)
    ds = slope_of_scores(a, da) / np.sqrt(q.shape[1])
    return np.einsum("nm,md->nd", ds, k), np.einsum("nm,nd->md", ds, q), np.einsum("nm,ne->me", a, g)
