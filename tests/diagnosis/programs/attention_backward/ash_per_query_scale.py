# kind: wrong
# task: weights
# truth: Multiplied with the root.
# line: 21 or 22
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
    skala = np.sqrt(k.shape[1])
    zeilen = [softmax(np.atleast_2d(k @ einer * skala))[0] for einer in q]
    return np.array(zeilen)


def causal_weights(scores):
    n = len(scores)
    out = np.zeros((n, n))
    for i in range(n):
        out[i, : i + 1] = softmax(scores[i : i + 1, : i + 1])
    return out


def slope_of_scores(a, da):
    t = a * da
    return t - a * t.sum(1)[:, None]


def backward(q, k, v, a, g):
    dq, dk, dv = np.zeros_like(q), np.zeros_like(k), np.zeros_like(v)
    for i in range(len(q)):
        da = v @ g[i]
        ds = slope_of_scores(a[i][None], da[None])[0] / q.shape[1] ** 0.5
        dq[i] = ds @ k
        dk += np.outer(ds, q[i])
        dv += np.outer(a[i], g[i])
    return dq, dk, dv
