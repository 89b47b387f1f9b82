# kind: right
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
    g = 2 * (prediction - y)
    e = np.einsum("km,k->m", w2, g)
    return np.einsum("m,d->md", e, x), e, np.einsum("k,m->km", g, h), g


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    rows = [gradient(w1, b1, w2, b2, *row) for row in zip(x, y, h, prediction)]
    return tuple(np.mean(np.array(parts), axis=0) for parts in zip(*rows))


def collapse(w1, b1, w2, b2):
    zero = np.zeros(w1.shape[1])
    bias = forward(w1, b1, w2, b2, zero)[1]
    columns = [forward(w1, b1, w2, b2, e)[1] - bias for e in np.eye(w1.shape[1])]
    return np.stack(columns, axis=1), bias
