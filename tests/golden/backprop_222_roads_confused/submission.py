import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    h1 = sigmoid(w[0] * x[0] + w[2] * x[1])
    h2 = sigmoid(w[1] * x[0] + w[3] * x[1])
    o1 = sigmoid(w[4] * h1 + w[6] * h2)
    o2 = sigmoid(w[5] * h1 + w[7] * h2)
    return np.array([h1, h2]), np.array([o1, o2])


def loss(o, y):
    return np.sum((o - y) ** 2) / 2


def gradient(w, x, y, h, o):
    d_o1, d_o2 = (o - y) * o * (1 - o)
    # back along w5 and w7, then w6 and w8
    d_h1 = (d_o1 * w[4] + d_o2 * w[6]) * h[0] * (1 - h[0])
    d_h2 = (d_o1 * w[5] + d_o2 * w[7]) * h[1] * (1 - h[1])
    return np.array([
        d_h1 * x[0], d_h2 * x[0], d_h1 * x[1], d_h2 * x[1],
        d_o1 * h[0], d_o2 * h[0], d_o1 * h[1], d_o2 * h[1],
    ])


def train(w, x, y, step, rounds):
    w, losses = np.array(w), []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, losses
