# kind: wrong
# task: backward
# truth: divided by √d twice, for k only
# line: 43
# foreseen: no
import numpy as np


def softmax(scores):
    powers = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


def loss(q, k, v, g):
    return np.sum(g * (weights(q, k) @ v))


def weights(q, k):
    dim = q.shape[-1]
    raw = np.einsum("id,jd->ij", q, k) / np.sqrt(dim)
    return softmax(raw)


def causal_weights(scores):
    size = len(scores)
    masked = scores.copy()
    for i in range(size):
        for j in range(i + 1, size):
            masked[i, j] = -np.inf
    return softmax(masked)


def slope_of_scores(a, da):
    inner = np.einsum("ij,ij->i", a, da)
    return a * (da - inner[:, None])


def backward(q, k, v, a, g):
    scale = 1.0 / np.sqrt(q.shape[1])
    grad_a = g @ v.T
    grad_v = a.T @ g
    grad_s = slope_of_scores(a, grad_a) * scale
    return grad_s @ k, grad_s.T @ q * scale, grad_v
