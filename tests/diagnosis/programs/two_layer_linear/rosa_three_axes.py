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
    hidden = np.dot(w1, x) + b1
    return hidden, np.dot(w2, hidden) + b2


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    error = prediction - y
    slope_b2 = 2 * error
    slope_w2 = slope_b2[:, None] * h[None, :]
    slope_b1 = np.dot(slope_b2, w2)
    slope_w1 = slope_b1[:, None] * x[None, :]
    return slope_w1, slope_b1, slope_w2, slope_b2


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    g = 2 * (prediction - y)
    e = np.dot(g, w2)
    a = np.mean(e[:, :, None] * x[:, None, :], axis=0)
    c = np.mean(g[:, :, None] * h[:, None, :], axis=0)
    return a, np.mean(e, axis=0), c, np.mean(g, axis=0)


def collapse(w1, b1, w2, b2):
    d = w1.shape[1]
    zero = np.zeros(d)
    b = forward(w1, b1, w2, b2, zero)[1]
    columns = []
    for j in range(d):
        unit = zero.copy()
        unit[j] = 1.0
        columns.append(forward(w1, b1, w2, b2, unit)[1] - b)
    return np.stack(columns, axis=1), b
