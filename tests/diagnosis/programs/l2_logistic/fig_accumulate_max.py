# kind: wrong
# task: stopping
# truth: The highest value so far is followed.
# line: 35
# foreseen: no
import numpy as np
def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 0.5 * (1 + np.tanh(0.5 * z))
def cross_entropy(w, b, x, y):
    """Return the mean cross-entropy of the outputs σ(x·w + b), one number; no penalty is in it."""
    z = x @ w + b
    return np.mean(np.logaddexp(0, z) - y * z)


from itertools import accumulate
from operator import add


def penalty(w, strength):
    return strength * sum(float(one) ** 2 for one in w) / 2


def penalised_loss(w, b, x, y, strength):
    return add(cross_entropy(w, b, x, y), penalty(w, strength))


def gradient(w, b, x, y, strength):
    errors = [sigmoid(row @ w + b) - label for row, label in zip(x, y)]
    share = [error * row for error, row in zip(errors, x)]
    return np.mean(share, axis=0) + strength * w, np.mean(errors)


def stopping(losses, patience):
    lowest = list(accumulate(losses, max))
    for last, low in enumerate(lowest):
        best = losses.index(low)
        if last - best >= patience:
            break
    return best, last


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    kept, losses = [], []
    for _ in range(limit):
        losses.append(float(cross_entropy(w, b, x_val, y_val)))
        kept.append((w, b))
        best, last = stopping(losses, patience)
        if last - best >= patience:
            break
        dw, db = gradient(w, b, x, y, strength)
        w, b = w - lr * dw, b - lr * db
    return (*kept[losses.index(min(losses))], losses)
