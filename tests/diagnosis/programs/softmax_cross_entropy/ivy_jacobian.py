# kind: wrong
# task: gradient
# truth: multiplies with p(1-p)
# line: 23
# foreseen: unknown
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(z, y):
    s = z - z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(s).sum(axis=1)) - s[np.arange(len(y)), y])


def gradient(z, y):
    p = softmax(z)
    hot = np.zeros_like(p)
    hot[np.arange(len(y)), y] = 1
    return (p - hot) * p * (1 - p) / len(y)
