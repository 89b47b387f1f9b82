# kind: odd
# task: weights
# truth: A comma at the end makes a tuple of the result.
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
    return softmax(q @ k.T / np.sqrt(q.shape[1])),


def causal_weights(scores):
    return softmax(np.where(np.tri(len(scores)) > 0, scores, -np.inf))


def slope_of_scores(a, da):
    return a * (da - (a * da).sum(1, keepdims=True))


def backward(q, k, v, a, g):
    da = g @ v.T
    ds = slope_of_scores(a, da) / np.sqrt(q.shape[1])
    return ds @ k, ds.T @ q, a.T @ g
