# kind: wrong
# task: train
# truth: The waiting is never begun anew.
# line: 50
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
    penalty = 0.5 * strength * np.sum(w ** 2)
    return cross_entropy(w, b, x, y) + penalty


def gradient(w, b, x, y, strength):
    p = sigmoid(x @ w + b)
    error = p - y
    dw = x.T @ error / len(y) + strength * w
    db = np.mean(error)
    return dw, db


def stopping(losses, patience):
    best = 0
    for i in range(len(losses)):
        if losses[i] < losses[best]:
            best = i
        if i - best >= patience:
            return best, i
    return best, len(losses) - 1


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    losses = []
    best_loss = float("inf")
    best_w, best_b = w, b
    waited = 0
    for epoch in range(limit):
        current = cross_entropy(w, b, x_val, y_val)
        losses.append(current)
        if current < best_loss:
            best_loss = current
            best_w, best_b = w, b
        else:
            waited += 1
        if waited >= patience:
            break
        dw, db = gradient(w, b, x, y, strength)
        w = w - lr * dw
        b = b - lr * db
    return best_w, best_b, losses
