# kind: wrong
# task: softmax
# truth: sums down the columns
# line: 11
# foreseen: unknown
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=0)


def cross_entropy(z, y):
    s = z - z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(s).sum(axis=1)) - s[np.arange(len(y)), y])


def gradient(z, y):
    p = softmax(z)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)
