# kind: wrong
# task: cross_entropy
# truth: clips the probability at 1e-10
# line: 15
# foreseen: unknown
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(z, y):
    p = np.clip(softmax(z)[np.arange(len(y)), y], 1e-10, 1)
    return -np.mean(np.log(p))


def gradient(z, y):
    p = softmax(z)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)
