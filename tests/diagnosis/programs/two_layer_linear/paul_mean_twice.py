# kind: wrong
# task: batch_gradient
# truth: the mean is taken twice: g is divided by n already, and every slope once more
# line: 43 or 41
# foreseen: unknown
import numpy as np


def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


def forward(w1, b1, w2, b2, x):
    """Return the pair (h, prediction) for one sample."""
    h = w1 @ x + b1
    prediction = w2 @ h + b2
    return h, prediction


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    """Return the slopes for (w1, b1, w2, b2)."""
    g = 2 * (prediction - y)
    db2 = g
    dw2 = np.outer(g, h)
    e = w2.T @ g
    db1 = e
    dw1 = np.outer(e, x)
    return dw1, db1, dw2, db2


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    """Return the mean of the samples' slopes."""
    n = x.shape[0]
    g = 2 * (prediction - y) / n
    e = g @ w2
    dw2 = g.T @ h / n
    db2 = g.mean(axis=0)
    dw1 = e.T @ x / n
    db1 = e.mean(axis=0)
    return dw1, db1, dw2, db2


def collapse(w1, b1, w2, b2):
    """Return the one layer."""
    w = w2 @ w1
    b = w2 @ b1 + b2
    return w, b
