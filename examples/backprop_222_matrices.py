"""A student who draws the network as two matrices: right."""
import numpy as np

sigmoid = lambda z: 1.0 / (1.0 + np.exp(-z))


def layers(w):
    w = np.asarray(w, dtype=float)
    return w[:4].reshape(2, 2), w[4:].reshape(2, 2)


def forward(w, x):
    W1, W2 = layers(w)
    h = sigmoid(W1.T @ x)
    o = sigmoid(W2.T @ h)
    return h, o


def loss(o, y):
    e = o - y
    return 0.5 * e @ e


def gradient(w, x, y, h, o):
    _, W2 = layers(w)
    delta_o = (o - y) * o * (1 - o)
    delta_h = (W2 @ delta_o) * h * (1 - h)
    return np.concatenate([np.outer(x, delta_h), np.outer(h, delta_o)]).ravel()


def train(w, x, y, step, rounds):
    w, losses = np.array(w, dtype=float), []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w -= step * gradient(w, x, y, h, o)
    return w, losses
