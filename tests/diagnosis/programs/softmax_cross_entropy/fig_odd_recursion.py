# kind: odd
# task: softmax
# truth: softmax calls itself without an end.
# foreseen: no
import numpy as np


def softmax(z):
    return softmax(z - z.max(axis=1, keepdims=True))


def cross_entropy(z, y):
    return -np.mean(np.log(softmax(z)[np.arange(len(y)), y]))


def gradient(z, y):
    p = softmax(z)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)
