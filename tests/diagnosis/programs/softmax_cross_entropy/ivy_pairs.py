# kind: right
# foreseen: unknown
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(z, y):
    total = 0.0
    for logits, label in zip(z, y):
        c = logits.max()
        total += c + np.log(np.exp(logits - c).sum()) - logits[label]
    return total / len(z)


def gradient(z, y):
    p = softmax(z)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)
