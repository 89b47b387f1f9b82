# kind: double
# task: gradient
# task: loss
# truth: The outer product of the second layer is turned.
# truth: The half is missing.
# line: 39, 32
# foreseen: unknown
import numpy as np
def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(np.negative(z)))


def layers(w):
    """Return both layers, entry [i, j] leading from node i to node j."""
    return np.reshape(w, (2, 2, 2))


def forward(w, x):
    first, second = layers(w)
    h = sigmoid(x @ first)
    return h, sigmoid(h @ second)


def loss(o, y):
    error = o - y
    return error @ error


def gradient(w, x, y, h, o):
    _, second = layers(w)
    delta_o = (o - y) * o * (1 - o)
    delta_h = (second @ delta_o) * h * (1 - h)
    return np.concatenate([np.outer(x, delta_h), np.outer(delta_o, h)]).ravel()


def train(w, x, y, step, rounds):
    trace = []
    for _ in range(rounds):
        h, o = forward(w, x)
        trace.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, trace
