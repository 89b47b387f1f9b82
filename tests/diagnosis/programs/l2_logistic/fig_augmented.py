# kind: right
# foreseen: unknown
import numpy as np
def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 0.5 * (1 + np.tanh(0.5 * z))
def cross_entropy(w, b, x, y):
    """Return the mean cross-entropy of the outputs σ(x·w + b), one number; no penalty is in it."""
    z = x @ w + b
    return np.mean(np.logaddexp(0, z) - y * z)


def together(w, b):
    return np.append(w, b)


def penalised_loss(w, b, x, y, strength):
    p = np.clip(sigmoid(x @ w + b), 1e-300, None)
    return cross_entropy(w, b, x, y) + 0.5 * strength * np.linalg.norm(w) ** 2


def gradient(w, b, x, y, strength):
    table = np.hstack([x, np.ones((len(x), 1))])
    mask = together(np.ones_like(w), 0.0)
    slopes = table.T @ (sigmoid(table @ together(w, b)) - y) / len(x) + strength * mask * together(w, b)
    return slopes[:-1], slopes[-1]


def stopping(losses, patience):
    best, low, last = 0, np.inf, 0
    for last, value in enumerate(losses):
        if value < low:
            best, low = last, value
        elif last - best == patience:
            break
    return best, last


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    best, losses, waited = (np.inf, w, b), [], 0
    while len(losses) < limit:
        value = cross_entropy(w, b, x_val, y_val)
        losses.append(value)
        if value < best[0]:
            best, waited = (value, w, b), 0
        else:
            waited += 1
        if waited == patience:
            break
        w, b = (old - lr * new for old, new in zip((w, b), gradient(w, b, x, y, strength)))
    return best[1], best[2], losses
