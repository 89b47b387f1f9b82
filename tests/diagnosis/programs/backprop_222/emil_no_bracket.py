# kind: wrong
# task: sigmoid
# truth: the bracket around the denominator is missing, so e^(-z) is added to 1 / 1
# line: 15
# foreseen: unknown
import numpy as np


def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 1 / 1 + np.exp(-z)


def forward(w, x):
    h = sigmoid(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
    o = sigmoid(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))
    return h, o


def loss(o, y):
    return ((o - y) ** 2).sum() / 2


def gradient(w, x, y, h, o):
    # measured: a tiny step of each weight in an imaginary direction, nothing cancels there
    slopes = []
    for i in range(8):
        moved = np.array(w, dtype=complex)
        moved[i] += 1e-20j
        hidden, out = forward(moved, x)
        L = 0.5 * ((out - y) ** 2).sum()
        slopes.append(L.imag / 1e-20)
    return np.array(slopes)


def train(w, x, y, step, rounds):
    losses = []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, losses
