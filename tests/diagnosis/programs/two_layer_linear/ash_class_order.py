# kind: odd
# task: gradient
# truth: The slopes of the second layer come first.
# line: 46
# foreseen: no
import numpy as np


def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


class Layer:
    """A layer with its own backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def __call__(self, x):
        self.x = np.atleast_2d(x)
        return self.x @ self.w.T + self.b

    def back(self, g, x):
        x = np.atleast_2d(x)
        self.dw = np.einsum("ni,nj->ij", g, x)
        self.db = np.einsum("ni->i", g)
        return np.einsum("ni,ij->nj", g, self.w)


def forward(w1, b1, w2, b2, x):
    h = Layer(w1, b1)(x)
    return h[0], Layer(w2, b2)(h)[0]


def _slopes(w1, b1, w2, b2, x, h, g):
    eins, zwei = Layer(w1, b1), Layer(w2, b2)
    e = zwei.back(g, h)
    eins.back(e, x)
    return zwei.dw, zwei.db, eins.dw, eins.db


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    return _slopes(w1, b1, w2, b2, x, h, 2 * (prediction - y)[None])


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    n = x.shape[0]
    return tuple(s / n for s in _slopes(w1, b1, w2, b2, x, h, 2 * (prediction - y)))


def collapse(w1, b1, w2, b2):
    null = np.zeros(w1.shape[1])
    b = forward(w1, b1, w2, b2, null)[1]
    spalten = [forward(w1, b1, w2, b2, e)[1] - b for e in np.eye(len(null))]
    return np.column_stack(spalten), b
