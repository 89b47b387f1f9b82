# kind: right
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
    """Return a loss's slopes for w1 … w8, given its slopes for the two outputs.

    How much the outputs change with each weight is measured, by a tiny step in an imaginary direction:
    nothing cancels there, so that all digits are right. (By hand it goes as in backprop_222.)
    """
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return np.asarray(slope) @ (forward(moved, x).imag / 1e-20)
def half_sum(o, t):
    """Return half the sum of the squared errors of two outputs, one number."""
    return 0.5 * np.sum((o - t) ** 2)
def loss_of_outputs(o, t):
    """Return the cross-entropy as a function of the outputs: one number."""
    return cross_entropy(softmax(o), t)


import math


def mean_squared_error(o, y):
    return math.fsum((a - b) ** 2 for p, q in zip(o, y) for a, b in zip(p, q)) / np.size(o)


def mean_squared_slope(o, y):
    return np.array([[(a - b) / (np.size(o) / 2) for a, b in zip(p, q)] for p, q in zip(o, y)])


def softmax(o):
    powers = [math.exp(one - max(o)) for one in o]
    return np.array([power / math.fsum(powers) for power in powers])


def cross_entropy(s, t):
    return -math.fsum(target * math.log(share) for share, target in zip(s, t))


def cross_entropy_slope(o, t, s):
    total = math.fsum(t)
    return np.array([share * total - target for share, target in zip(s, t)])


def failed_conditions(targets):
    return [any(one < 0 for one in row) for row in targets], [abs(math.fsum(row) - 1) > 1e-6 for row in targets]


def train(w, x, t, step, rounds):
    losses, errors = [], []
    while len(losses) < rounds:
        o = forward(w, x)
        losses.append(cross_entropy(softmax(o), t))
        errors.append(half_sum(o, t))
        w = w - np.multiply(step, backward(w, x, cross_entropy_slope(o, t, softmax(o))))
    return w, losses, errors
