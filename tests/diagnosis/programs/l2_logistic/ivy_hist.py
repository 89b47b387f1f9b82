# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def cross_entropy(w, b, x, y):
    """Return the mean cross-entropy of the outputs σ(x·w + b), one number; no penalty is in it."""
    z = x @ w + b
    return np.mean(np.logaddexp(0, z) - y * z)


def penalised_loss(w, b, x, y, strength):
    return cross_entropy(w, b, x, y) + 0.5 * strength * np.sum(w ** 2)


def gradient(w, b, x, y, strength):
    e = sigmoid(x @ w + b) - y
    return x.T @ e / len(y) + strength * w, e.mean()


def stopping(losses, patience):
    for last in range(len(losses)):
        best = int(np.argmin(losses[: last + 1]))
        if last - best == patience:
            break
    return best, last


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    path, losses = [], []
    for _ in range(limit):
        path.append((w, b))
        losses.append(cross_entropy(w, b, x_val, y_val))
        best, last = stopping(losses, patience)
        if last - best >= patience:
            break
        dw, db = gradient(w, b, x, y, strength)
        w, b = w - lr * dw, b - lr * db
    best, _ = stopping(losses, patience)
    return (*path[best], losses)
