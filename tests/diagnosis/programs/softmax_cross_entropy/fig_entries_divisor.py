# kind: wrong
# task: gradient
# truth: The slopes are divided by all entries.
# line: 25
# foreseen: no
import numpy as np


def log_shares(row):
    row = row - row.max()
    return row - np.log(np.exp(row).sum())


def softmax(z):
    return np.exp(np.apply_along_axis(log_shares, 1, z))


def cross_entropy(z, y):
    rows = np.apply_along_axis(log_shares, 1, z)
    return -np.mean([row[int(label)] for row, label in zip(rows, y)])


def gradient(z, y):
    n, k = np.shape(z)
    return (softmax(z) - np.equal.outer(np.asarray(y), np.arange(k))) / (n * k)
