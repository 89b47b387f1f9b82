# kind: right
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
    h = b1 + w1.dot(x)
    return h, b2 + w2.dot(h)


def slopes_of(function, params):
    result = []
    for n, p in enumerate(params):
        slope = np.zeros(p.shape)
        for place in np.ndindex(p.shape):
            moved = [q.astype(complex) for q in params]
            moved[n][place] += 1e-20j
            slope[place] = function(*moved).imag / 1e-20
        result.append(slope)
    return tuple(result)


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    return slopes_of(lambda *params: sample_loss(*params, x, y), (w1, b1, w2, b2))


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    def mean_loss(a, b, c, d):
        hidden = x @ a.T + b
        out = hidden @ c.T + d
        return ((out - y) ** 2).sum(axis=1).mean()

    return slopes_of(mean_loss, (w1, b1, w2, b2))


def collapse(w1, b1, w2, b2):
    first = np.hstack([w1, b1[:, None]])
    both = np.dot(w2, first)
    return both[:, :-1], both[:, -1] + b2
