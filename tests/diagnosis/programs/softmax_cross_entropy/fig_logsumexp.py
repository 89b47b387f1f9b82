# kind: right
# foreseen: unknown
import numpy as np


def softmax(z):
    own = np.array(z, dtype=float)
    own -= own.max(axis=-1, keepdims=True)
    np.exp(own, out=own)
    own /= own.sum(axis=-1, keepdims=True)
    return own


def cross_entropy(z, y):
    return np.mean(np.logaddexp.reduce(z, axis=1) - np.take_along_axis(np.asarray(z), np.reshape(y, (-1, 1)), axis=1)[:, 0])


def gradient(z, y):
    p = softmax(z)
    np.add.at(p, (np.arange(len(p)), np.asarray(y)), -1.0)
    return np.divide(p, len(p))
