# kind: wrong
# task: stopping
# truth: The patience counts epochs since the loss last fell, not since the best.
# line: 28
# foreseen: unknown
import numpy as np
def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 0.5 * (1 + np.tanh(0.5 * z))
def cross_entropy(w, b, x, y):
    """Return the mean cross-entropy of the outputs σ(x·w + b), one number; no penalty is in it."""
    z = x @ w + b
    return np.mean(np.logaddexp(0, z) - y * z)


def penalised_loss(w, b, x, y, strength):
    return strength / 2 * np.dot(w, w) + cross_entropy(w, b, x, y)


def gradient(w, b, x, y, strength):
    share = (sigmoid(np.dot(x, w) + b) - y) / len(y)
    return share @ x + strength * w, share.sum()


def stopping(losses, patience):
    best = fell = 0
    for epoch, value in enumerate(losses):
        if epoch and value < losses[epoch - 1]:
            fell = epoch
        if value < losses[best]:
            best = epoch
        elif epoch - fell == patience:
            return best, epoch
    return best, len(losses) - 1


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    visited, losses = [(w, b)], []
    for _ in range(limit):
        losses.append(cross_entropy(*visited[-1], x_val, y_val))
        best, last = stopping(losses, patience)
        if last - best >= patience:
            break
        w, b = (p - lr * s for p, s in zip((w, b), gradient(w, b, x, y, strength)))
        visited.append((w, b))
    return *visited[stopping(losses, patience)[0]], losses
