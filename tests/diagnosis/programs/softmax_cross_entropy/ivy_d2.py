# kind: double
# task: softmax
# task: cross_entropy
# truth: a global max
# truth: sum
# line: 13
# line: 19
# foreseen: unknown
import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(z, y):
    s = z - z.max(axis=1, keepdims=True)
    return np.sum(np.log(np.exp(s).sum(axis=1)) - s[np.arange(len(y)), y])


def gradient(z, y):
    p = softmax(z)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)
