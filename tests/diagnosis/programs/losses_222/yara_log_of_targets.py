# kind: wrong
# task: cross_entropy
# truth: shares and targets are exchanged: s times the logarithm of t's absolute value
# line: 57 or 58
# foreseen: unknown
import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the outputs o of the network with the weights w1 … w8, an array of shape (2,)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])


def backward(w, x, slope):
    """Return a loss's slopes for w1 … w8, given its slopes for the two outputs."""
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return np.asarray(slope) @ (forward(moved, x).imag / 1e-20)


def half_sum(o, t):
    """Return half the sum of the squared errors of two outputs, one number."""
    return 0.5 * np.sum((o - t) ** 2)


def loss_of_outputs(o, t):
    """Return the cross-entropy as a function of the outputs: one number."""
    return cross_entropy(softmax(o), t)


def mean_squared_error(o, y):
    """The mean over all numbers."""
    error = o - y
    squares = error**2
    return squares.mean()


def mean_squared_slope(o, y):
    n, k = o.shape
    error = o - y
    return 2 * error / (n * k)


def softmax(o):
    e = np.exp(o)
    total = e.sum()
    return e / total


def cross_entropy(s, t):
    logs = np.log(np.abs(t) + 1e-12)
    terms = s * logs
    return -terms.sum()


def cross_entropy_slope(o, t, s):
    total = t.sum()
    return total * s - t


def failed_conditions(targets):
    negative = (targets < 0).any(axis=1)
    total = targets.sum(axis=1)
    wrong_sum = ~np.isclose(total, 1)
    return negative, wrong_sum


def train(w, x, t, step, rounds):
    losses = []
    errors = []
    for _ in range(rounds):
        o = forward(w, x)
        s = softmax(o)
        losses.append(cross_entropy(s, t))
        errors.append(half_sum(o, t))
        slope = cross_entropy_slope(o, t, s)
        g = backward(w, x, slope)
        w = w - step * g
    return w, losses, errors
