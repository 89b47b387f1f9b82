# kind: double
# task: gradient
# task: gradient
# truth: the pull of the penalty is halved
# truth: the slope of b is summed
# line: 31
# line: 32
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
    dw = x.T @ e / len(y) + 0.5 * strength * w
    db = e.sum()
    return dw, db


def stopping(losses, patience):
    best = 0
    for i, l in enumerate(losses):
        if l < losses[best]:
            best = i
        if i - best >= patience:
            return best, i
    return best, len(losses) - 1


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    losses, kept, best = [], (w, b), 0
    for epoch in range(limit):
        losses.append(cross_entropy(w, b, x_val, y_val))
        if losses[-1] < losses[best] or epoch == 0:
            best, kept = epoch, (w, b)
        if epoch - best >= patience:
            break
        dw, db = gradient(w, b, x, y, strength)
        w, b = w - lr * dw, b - lr * db
    return kept[0], kept[1], losses
