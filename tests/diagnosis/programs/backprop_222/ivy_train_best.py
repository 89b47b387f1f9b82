# kind: wrong
# task: train
# truth: returns the weights before the last update
# line: 47
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
    d1 = (o[0] - y[0]) * o[0] * (1 - o[0])
    d2 = (o[1] - y[1]) * o[1] * (1 - o[1])
    e1 = (d1 * w[4] + d2 * w[5]) * h[0] * (1 - h[0])
    e2 = (d1 * w[6] + d2 * w[7]) * h[1] * (1 - h[1])
    return np.array([x[0] * e1, x[0] * e2, x[1] * e1, x[1] * e2, h[0] * d1, h[0] * d2, h[1] * d1, h[1] * d2])


def train(w, x, y, step, rounds):
    losses = []
    old = w
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        old = w
        w = w - step * gradient(w, x, y, h, o)
    return old, losses
