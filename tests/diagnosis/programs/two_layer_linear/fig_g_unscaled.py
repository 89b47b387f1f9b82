# kind: wrong
# task: batch_gradient
# truth: The error is tripled, not doubled.
# line: 30
# foreseen: no
import numpy as np
def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)
def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


def affine(w, b, x):
    return np.einsum("ij,...j->...i", w, x) + b


def forward(w1, b1, w2, b2, x):
    return (h := affine(w1, b1, x)), affine(w2, b2, h)


def layer_back(g, values, weights):
    """Return the slopes for weights, bias and what went in."""
    return np.einsum("ni,nj->ij", g, values), g.sum(axis=0), np.einsum("ni,ij->nj", g, weights)


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    g = 3 * (prediction - y) / len(x)
    dw2, db2, e = layer_back(g, h, w2)
    dw1, db1, _ = layer_back(e, x, w1)
    return dw1, db1, dw2, db2


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    return batch_gradient(w1, b1, w2, b2, *(one[np.newaxis] for one in (x, y, h, prediction)))


def collapse(w1, b1, w2, b2):
    columns = [w2 @ column for column in np.transpose(w1)]
    return np.stack(columns, axis=1), affine(w2, b2, b1)
