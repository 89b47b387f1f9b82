# kind: odd
# task: train
# truth: The pair is returned as a text.
# line: 51
# foreseen: no
import numpy as np


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return (1 + np.tanh(np.asarray(z) / 2)) / 2


def layers(w):
    return w[:4].reshape(2, 2).T, w[4:].reshape(2, 2).T


def forward(w, x):
    A, B = layers(w)
    h = sigmoid(A @ x)
    return h, sigmoid(B @ h)


def loss(o, y):
    return np.linalg.norm(o - y) ** 2 / 2


def gradient(w, x, y, h, o):
    A, B = layers(w)
    bend = lambda a: a * (1 - a)
    delta_o = (o - y) * bend(o)
    delta_h = (B.T @ delta_o) * bend(h)
    return np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])


def train(w, x, y, step, rounds):
    losses = []

    def once(w):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        return w - step * gradient(w, x, y, h, o)

    for _ in range(rounds):
        w = once(w)
    return str(w), str(losses)
