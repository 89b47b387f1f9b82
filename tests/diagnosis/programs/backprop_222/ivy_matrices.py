# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def unpack(w):
    return w[:4].reshape(2, 2), w[4:].reshape(2, 2)


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 0.5 * (np.tanh(0.5 * np.asarray(z)) + 1)


def forward(w, x):
    A, B = unpack(np.asarray(w))
    h = sigmoid(x @ A)
    return h, sigmoid(h @ B)


def loss(o, y):
    return 0.5 * np.sum((o - y) ** 2)


def gradient(w, x, y, h, o):
    A, B = unpack(np.asarray(w))
    delta = np.multiply(o - y, o - o * o)
    back = B.dot(delta) * (h - h ** 2)
    return np.concatenate([np.outer(x, back), np.outer(h, delta)], axis=None)


def train(w, x, y, step, rounds):
    losses = []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, losses
