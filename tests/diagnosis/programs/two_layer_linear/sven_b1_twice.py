# kind: wrong
# task: forward
# truth: b1 is added to the hidden values a second time before the second layer
# line: 22
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
    h = np.einsum("ij,j->i", w1, x) + b1
    p = np.einsum("ij,j->i", w2, h + b1) + b2
    return h, p


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    # a batch of one
    return batch_gradient(w1, b1, w2, b2, x[None], y[None], h[None], prediction[None])


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    n = x.shape[0]
    dp = 2.0 / n * (prediction - y)
    dh = np.einsum("nk,km->nm", dp, w2)
    dw1 = np.einsum("nm,nd->md", dh, x)
    db1 = np.einsum("nm->m", dh)
    dw2 = np.einsum("nk,nm->km", dp, h)
    db2 = np.einsum("nk->k", dp)
    return dw1, db1, dw2, db2


def collapse(w1, b1, w2, b2):
    return np.einsum("km,md->kd", w2, w1), np.einsum("km,m->k", w2, b1) + b2
