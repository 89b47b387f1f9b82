# kind: odd
# task: gradient
# truth: The classes with the largest slope are returned.
# line: 26
# foreseen: no
import numpy as np


def _logs(z):
    z = z - z.max(axis=-1)[:, None]
    return z - np.log(np.exp(z).sum(axis=-1))[:, None]


def softmax(z):
    return np.exp(_logs(z))


def cross_entropy(z, y):
    return -sum(row[k] for row, k in zip(_logs(z), y)) / len(y)


def gradient(z, y):
    p = softmax(z)
    p[np.arange(len(y)), y] -= 1
    p /= len(y)
    return p.argmax(axis=1)
