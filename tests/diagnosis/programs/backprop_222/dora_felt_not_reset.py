# kind: wrong
# task: gradient
# truth: the sum of what comes back is not set to 0 for the second hidden node, so it still holds the share of the first
# line: 58 or 55
# foreseen: unknown
import numpy as np


def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z)))


def sigmoid_slope(a):
    """Slope of the sigmoid where its value is a."""
    return a * (1 - a)


def node(weights, values):
    total = 0.0
    for weight, value in zip(weights, values):
        total += weight * value
    return sigmoid(total)


def forward(w, x):
    h = []
    for j in range(2):
        h.append(node([w[j], w[j + 2]], x))
    o = []
    for k in range(2):
        o.append(node([w[k + 4], w[k + 6]], h))
    return np.array(h), np.array(o)


def loss(o, y):
    total = 0.0
    for k in range(2):
        total = total + (o[k] - y[k]) ** 2
    return total / 2


def gradient(w, x, y, h, o):
    slopes = np.zeros(8)
    deltas = []
    for k in range(2):
        deltas.append((o[k] - y[k]) * sigmoid_slope(o[k]))
    for j in range(2):
        for k in range(2):
            slopes[4 + 2 * j + k] = h[j] * deltas[k]
    felt = 0.0
    for j in range(2):
        for k in range(2):
            felt += deltas[k] * w[4 + 2 * j + k]
        delta = felt * sigmoid_slope(h[j])
        for i in range(2):
            slopes[2 * i + j] = x[i] * delta
    return slopes


def train(w, x, y, step, rounds):
    losses = []
    w = np.array(w, dtype=float)
    for r in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        g = gradient(w, x, y, h, o)
        for i in range(8):
            w[i] -= step * g[i]
    return w, losses
