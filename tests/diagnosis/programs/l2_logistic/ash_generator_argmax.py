# kind: wrong
# task: stopping
# truth: The largest loss.
# line: 32
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
    strafe = sum(v**2 for v in w) * strength
    return strafe * 0.5 + cross_entropy(w, b, x, y)


def gradient(w, b, x, y, strength):
    fehler = sigmoid(x @ w + b) - y
    return np.mean(fehler[:, None] * x, axis=0) + strength * w, fehler.mean()


def stopping(losses, patience):
    for last in range(len(losses)):
        best = int(np.argmax(losses[: last + 1]))
        if last - best >= patience:
            return best, last
    return best, last


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    def path():
        p = (w.copy(), b)
        while True:
            yield p
            g = gradient(*p, x, y, strength)
            p = tuple(a - lr * s for a, s in zip(p, g))

    best, losses = (np.inf, None, -1), []
    for epoch, p in zip(range(limit), path()):
        losses.append(cross_entropy(*p, x_val, y_val))
        if losses[-1] < best[0]:
            best = (losses[-1], p, epoch)
        if epoch - best[2] >= patience:
            break
    return *best[1], losses
