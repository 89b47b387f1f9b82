# kind: odd
# task: train
# truth: The caller's weights are changed in place and nothing is returned.
# foreseen: no
import numpy as np
def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    h = sigmoid(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
    return h, sigmoid(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))


def loss(o, y):
    return 0.5 * np.sum((o - y) ** 2)


def gradient(w, x, y, h, o):
    do = (o - y) * o * (1 - o)
    dh = w[4:].reshape(2, 2) @ do * h * (1 - h)
    return np.concatenate([np.outer(x, dh).ravel(), np.outer(h, do).ravel()])


def train(w, x, y, step, rounds):
    losses = []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w -= step * gradient(w, x, y, h, o)
