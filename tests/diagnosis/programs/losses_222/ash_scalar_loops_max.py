# kind: wrong
# task: softmax
# truth: Divided by the largest.
# line: 52
# foreseen: no
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


def mean_squared_error(o, y):
    return np.mean(np.square(np.ravel(o) - np.ravel(y)))


def mean_squared_slope(o, y):
    n, k = np.shape(o)
    return [[2 * (a - b) / (n * k) for a, b in zip(zo, zy)] for zo, zy in zip(o, y)]


def softmax(o):
    e = np.exp(o - max(o))
    e /= e.max()
    return e


def cross_entropy(s, t):
    summe = 0.0
    for si, ti in zip(s, t):
        summe -= ti * np.log(si)
    return summe


def cross_entropy_slope(o, t, s):
    slope = np.zeros(len(o))
    for i in range(len(o)):
        for j in range(len(t)):
            slope[i] += t[j] * (s[i] - (i == j))
    return slope


def failed_conditions(targets):
    return (targets < 0).any(axis=1), np.abs(np.sum(targets, axis=1) - 1) > 1e-8


def train(w, x, t, step, rounds):
    spur = []
    for _ in range(rounds):
        o = forward(w, x)
        s = softmax(o)
        spur.append((cross_entropy(s, t), half_sum(o, t)))
        w = w - step * backward(w, x, cross_entropy_slope(o, t, s))
    losses, errors = map(list, zip(*spur)) if spur else ([], [])
    return w, losses, errors
