# kind: double
# task: forward
# task: gradient
# truth: the bias b2 is left out
# truth: the slope of w1 takes the slope of b1 squared
# line: 25
# line: 33
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
    return hidden, np.dot(w2, hidden)


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    error = prediction - y
    slope_b2 = 2 * error
    slope_w2 = slope_b2[:, None] * h[None, :]
    slope_b1 = np.dot(slope_b2, w2)
    slope_w1 = slope_b1[:, None] ** 2 * x[None, :]
    return slope_w1, slope_b1, slope_w2, slope_b2


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    collected = [
        gradient(w1, b1, w2, b2, x[i], y[i], h[i], prediction[i]) for i in range(x.shape[0])
    ]
    a = np.mean([c[0] for c in collected], axis=0)
    b = np.mean([c[1] for c in collected], axis=0)
    c = np.mean([c[2] for c in collected], axis=0)
    d = np.mean([c[3] for c in collected], axis=0)
    return a, b, c, d


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
