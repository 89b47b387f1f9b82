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
    root = len(q[0]) ** 0.5
    return softmax(np.array([[one @ other / root for other in k] for one in q]))


def causal_weights(scores):
    own = np.array(scores, dtype=float)
    own[np.triu_indices(len(own), 1)] = -np.inf
    return softmax(own)


def slope_of_scores(a, da):
    mean = np.sum(a * da, axis=1)[:, None]
    return a * (da - mean)


def backward(q, k, v, a, g):
    da = g @ np.transpose(v)
    ds = slope_of_scores(a, da)
    dq, dk, dv = np.zeros(q.shape), np.zeros(k.shape), np.zeros(v.shape)
    for i in range(len(q)):
        for j in range(len(k)):
            dq[i] += ds[i, j] * k[j] / np.sqrt(len(q[i]))
            dk[j] += ds[i, j] * q[i] / np.sqrt(len(q[i]))
            dv[j] += a[i, j] * g[i]
    return dq, dk, dv
