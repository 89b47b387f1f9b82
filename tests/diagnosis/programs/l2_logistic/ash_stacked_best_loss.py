# kind: odd
# task: stopping
# truth: The best loss is returned, not its epoch.
# line: 39
# foreseen: no
import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def cross_entropy(w, b, x, y):
    """Return the mean cross-entropy of the outputs σ(x·w + b), one number; no penalty is in it."""
    z = x @ w + b
    return np.mean(np.logaddexp(0, z) - y * z)


def penalised_loss(w, b, x, y, strength):
    return cross_entropy(w, b, x, y) + strength * (w @ w) / 2


def gradient(w, b, x, y, strength):
    eins = np.column_stack([x, np.ones(len(x))])
    theta = np.append(w, b)
    g = eins.T @ (sigmoid(eins @ theta) - y) / len(y)
    g[:-1] += strength * w
    return g[:-1], g[-1]


def stopping(losses, patience):
    best = 0
    for last, now in enumerate(losses):
        if now < losses[best]:
            best = last
        if last - best == patience:
            break
    return losses[best], last


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    kept, losses = [], []
    for _ in range(limit):
        kept.append((w, b))
        losses.append(cross_entropy(w, b, x_val, y_val))
        best, last = losses.index(min(losses)), len(losses) - 1
        if last - best >= patience:
            break
        dw, db = gradient(w, b, x, y, strength)
        w, b = w - lr * dw, b - lr * db
    return *kept[best], losses
