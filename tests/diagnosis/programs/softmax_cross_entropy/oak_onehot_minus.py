# kind: wrong
# task: gradient
# truth: The difference is turned round.
# line: 21
# foreseen: unknown
import numpy as np


def _log_softmax(z):
    shifted = z - z.max(1)[:, None]
    return shifted - np.log(np.exp(shifted).sum(1))[:, None]

def softmax(z):
    return np.exp(_log_softmax(z))

def cross_entropy(z, y):
    return -sum(row[label] for row, label in zip(_log_softmax(z), y)) / len(y)

def gradient(z, y):
    hot = np.eye(z.shape[1])[y]
    return (hot - softmax(z)) / len(y)
