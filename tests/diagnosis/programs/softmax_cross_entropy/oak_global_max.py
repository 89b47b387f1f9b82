# kind: wrong
# task: softmax
# truth: One maximum for the whole table.
# line: 10
# foreseen: unknown
import numpy as np


def _log_softmax(z):
    shifted = z - z.max()
    return shifted - np.log(np.exp(shifted).sum(1))[:, None]

def softmax(z):
    return np.exp(_log_softmax(z))

def cross_entropy(z, y):
    return -sum(row[label] for row, label in zip(_log_softmax(z), y)) / len(y)

def gradient(z, y):
    hot = np.eye(z.shape[1])[y]
    return (softmax(z) - hot) / len(y)
