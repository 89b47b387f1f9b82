# kind: double
# task: batch_gradient
# task: batch_gradient
# truth: The slope for b2 is added up over the outputs as well.
# truth: The 2 is missing.
# line: 35, 33
# foreseen: no
import numpy as np


def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


def forward(w1, b1, w2, b2, x):
    erweitert = np.hstack([w1, b1[:, None]])
    h = erweitert @ np.r_[x, 1.0]
    return h, (w2 * h).sum(axis=1) + b2


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    return batch_gradient(w1, b1, w2, b2, x[None], y[None], h[None], prediction[None])


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    g = (prediction - y) * (1 / len(y))
    e = g.dot(w2)
    return e.T.dot(x), e.sum(0), g.T.dot(h), g.sum()


def collapse(w1, b1, w2, b2):
    both = w2 @ np.column_stack((w1, b1))
    return both[:, :-1], both[:, -1] + b2
