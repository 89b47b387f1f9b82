# kind: right
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
    slopes = []
    for k in range(8):
        dz1 = x[0] if k == 0 else x[1] if k == 2 else 0.0
        dz2 = x[0] if k == 1 else x[1] if k == 3 else 0.0
        dh1, dh2 = dz1 * h[0] * (1 - h[0]), dz2 * h[1] * (1 - h[1])
        ds1 = w[4] * dh1 + w[6] * dh2 + (h[0] if k == 4 else 0) + (h[1] if k == 6 else 0)
        ds2 = w[5] * dh1 + w[7] * dh2 + (h[0] if k == 5 else 0) + (h[1] if k == 7 else 0)
        slopes.append((o[0] - y[0]) * o[0] * (1 - o[0]) * ds1 + (o[1] - y[1]) * o[1] * (1 - o[1]) * ds2)
    return np.array(slopes)


def train(w, x, y, step, rounds):
    losses = []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, losses
