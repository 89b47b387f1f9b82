# kind: double
# task: gradient
# task: gradient
# truth: the sign is reversed
# truth: the mean is taken over the classes
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
    hot = np.eye(z.shape[1])[y]
    return (hot - softmax(z)) / z.shape[1]
