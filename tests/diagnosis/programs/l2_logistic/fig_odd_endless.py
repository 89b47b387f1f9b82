# kind: odd
# task: stopping
# truth: The loop never ends, since the epoch is not counted on.
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
    return cross_entropy(w, b, x, y) + strength / 2 * np.sum(w**2)


def gradient(w, b, x, y, strength):
    e = sigmoid(x @ w + b) - y
    return x.T @ e / len(y) + strength * w, np.mean(e)


def stopping(losses, patience):
    best = epoch = 0
    while epoch < len(losses):
        if losses[epoch] < losses[best]:
            best = epoch
        elif epoch - best >= patience:
            return best, epoch
    return best, epoch


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    raise NotImplementedError
