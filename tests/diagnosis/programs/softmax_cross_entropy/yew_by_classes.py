# kind: wrong
# task: gradient
# truth: The slopes are divided by the number of classes.
# line: 28
# foreseen: unknown
import numpy as np


def logsumexp(z):
    return np.logaddexp.reduce(z, axis=1)


def softmax(z):
    return np.exp(z - logsumexp(z)[:, np.newaxis])


def pick(z, y):
    return np.take_along_axis(z, np.asarray(y)[:, None], axis=1).ravel()


def cross_entropy(z, y):
    return float(np.mean(logsumexp(z) - pick(z, y)))


def gradient(z, y):
    chances = softmax(z)
    chances[np.arange(len(y)), y] -= 1
    return chances / z.shape[1]
