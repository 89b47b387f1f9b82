# kind: wrong
# task: gradient
# truth: the outputs' deltas are o - y alone, the formula of cross-entropy, in place of (o - y)·o(1 - o)
# line: 34
# foreseen: unknown
import numpy as np

# matrices: row i of A leads from x_i, row j of B leads from h_j


def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def forward(w, x):
    A = w[:4].reshape(2, 2)
    B = w[4:].reshape(2, 2)
    h = sigmoid(x @ A)
    o = sigmoid(h @ B)
    return h, o


def loss(o, y):
    return 0.5 * np.sum((o - y) ** 2)


def gradient(w, x, y, h, o):
    B = w[4:].reshape(2, 2)
    delta_o = o - y
    delta_h = (B @ delta_o) * h * (1 - h)
    grad_A = np.outer(x, delta_h)
    grad_B = np.outer(h, delta_o)
    return np.concatenate([grad_A.ravel(), grad_B.ravel()])


def train(w, x, y, step, rounds):
    losses = []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, losses
