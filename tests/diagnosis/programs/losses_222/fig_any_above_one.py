# kind: wrong
# task: failed_conditions
# truth: The sum of the row counts as failed only where it is above 1.
# line: 59
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
    return float(np.mean(np.square(np.ravel(o) - np.ravel(y))))


def mean_squared_slope(o, y):
    slopes = np.empty(np.shape(o))
    for place in np.ndindex(*slopes.shape):
        slopes[place] = 2 * (o[place] - y[place]) / slopes.size
    return slopes


def softmax(o):
    return np.exp(o - np.logaddexp.reduce(o))


def cross_entropy(s, t):
    return np.inner(t, np.negative(np.log(s)))


def cross_entropy_slope(o, t, s):
    jacobian = np.diag(s) - np.outer(s, s)
    return jacobian @ (-np.asarray(t) / s)


def failed_conditions(targets):
    negative, rest = [], []
    for row in targets:
        negative.append(min(row) < 0)
        rest.append(sum(row) > 1 + 1e-8)
    return np.array(negative), np.array(rest)


def train(w, x, t, step, rounds):
    trace = []
    for _ in range(rounds):
        o = forward(w, x)
        s = softmax(o)
        trace.append([cross_entropy(s, t), half_sum(o, t)])
        w = w - step * backward(w, x, cross_entropy_slope(o, t, s))
    losses, errors = np.reshape(trace, (-1, 2)).T.tolist()
    return w, losses, errors
