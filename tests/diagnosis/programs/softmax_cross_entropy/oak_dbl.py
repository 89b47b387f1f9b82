# kind: double
# task: cross_entropy
# task: gradient
# truth: The sign is missing.
# truth: The labels' ones are not subtracted.
# line: 19, 23
# foreseen: unknown
import numpy as np


def _log_softmax(z):
    shifted = z - z.max(1)[:, None]
    return shifted - np.log(np.exp(shifted).sum(1))[:, None]

def softmax(z):
    return np.exp(_log_softmax(z))

def cross_entropy(z, y):
    return sum(row[label] for row, label in zip(_log_softmax(z), y)) / len(y)

def gradient(z, y):
    hot = np.eye(z.shape[1])[y]
    return (softmax(z) * hot) / len(y)
