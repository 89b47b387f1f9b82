# kind: double
# task: gradient
# task: gradient
# truth: the errors of the outputs are squared
# truth: the hidden deltas lack the bend
# line: 35
# line: 36
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    h = sigmoid(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
    o = sigmoid(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))
    return h, o


def loss(o, y):
    return 0.5 * np.sum((o - y) ** 2)


def gradient(w, x, y, h, o):
    d = (o - y) ** 2 * o * (1 - o)
    e1 = d[0] * w[4] + d[1] * w[5]
    e2 = d[0] * w[6] + d[1] * w[7]
    return np.array([x[0] * e1, x[0] * e2, x[1] * e1, x[1] * e2, h[0] * d[0], h[0] * d[1], h[1] * d[0], h[1] * d[1]])


def train(w, x, y, step, rounds):
    losses = []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, losses
