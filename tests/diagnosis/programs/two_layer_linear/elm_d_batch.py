# kind: double
# task: batch_gradient
# task: batch_gradient
# truth: 2 missing
# truth: summed, not averaged
# line: 34, 35
# foreseen: no
import numpy as np


def sample_loss(w1, b1, w2, b2, x, y):
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


def forward(w1, b1, w2, b2, x):
    hidden = np.dot(w1, x) + b1
    return hidden, np.dot(w2, hidden) + b2


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    err = 2 * (prediction - y)
    grad_w2 = err[:, None] * h[None, :]
    back = w2.T.dot(err)
    grad_w1 = back[:, None] * x[None, :]
    return grad_w1, back, grad_w2, err


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    n = 1
    err = prediction - y
    back = err.dot(w2)
    grad_w1 = back.T.dot(x) / n
    grad_b1 = back.sum(axis=0) / n
    grad_w2 = err.T.dot(h) / n
    grad_b2 = err.sum(axis=0) / n
    return grad_w1, grad_b1, grad_w2, grad_b2


def collapse(w1, b1, w2, b2):
    return np.dot(w2, w1), np.dot(w2, b1) + b2
