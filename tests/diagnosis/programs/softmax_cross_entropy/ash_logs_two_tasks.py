# kind: double
# task: cross_entropy
# task: gradient
# truth: The sum, not the mean.
# truth: Divided by the number of classes.
# line: 21, 27
# foreseen: yes
import numpy as np


def _logs(z):
    z = z - z.max(axis=-1)[:, None]
    return z - np.log(np.exp(z).sum(axis=-1))[:, None]


def softmax(z):
    return np.exp(_logs(z))


def cross_entropy(z, y):
    return -sum(row[k] for row, k in zip(_logs(z), y))


def gradient(z, y):
    p = softmax(z)
    p[np.arange(len(y)), y] -= 1
    p /= z.shape[1]
    return p
