# kind: double
# task: gradient
# task: gradient
# truth: the factor 2 is missing
# truth: the prediction goes back through the second layer, not its slope
# line: 31
# line: 32
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


def forward(w1, b1, w2, b2, x):
    h = w1 @ x + b1
    return h, w2 @ h + b2


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    g = prediction - y
    e = w2.T @ prediction
    return np.outer(e, x), e, np.outer(g, h), g


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    g = 2 * (prediction - y) / len(x)
    e = g @ w2
    return e.T @ x, e.sum(axis=0), g.T @ h, g.sum(axis=0)


def collapse(w1, b1, w2, b2):
    return w2 @ w1, w2 @ b1 + b2
