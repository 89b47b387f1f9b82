# kind: wrong
# task: train
# truth: the slopes are worked out once before the loop, at the start weights, and used in every round
# line: 71 or 66
# foreseen: unknown
import numpy as np


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the pair (h, o)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1 = sigmoid(w1 * x[0] + w3 * x[1])
    h2 = sigmoid(w2 * x[0] + w4 * x[1])
    o1 = sigmoid(w5 * h1 + w7 * h2)
    o2 = sigmoid(w6 * h1 + w8 * h2)
    return np.array([h1, h2]), np.array([o1, o2])


def loss(o, y):
    """Return the half sum of squares."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def gradient(w, x, y, h, o):
    """Return the slopes of the loss for the eight weights."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    x1, x2 = x
    h1, h2 = h
    o1, o2 = o
    y1, y2 = y
    # outputs first
    err1 = o1 - y1
    err2 = o2 - y2
    d1 = err1 * o1 * (1 - o1)
    d2 = err2 * o2 * (1 - o2)
    dw5 = d1 * h1
    dw6 = d2 * h1
    dw7 = d1 * h2
    dw8 = d2 * h2
    # then the hidden nodes
    back1 = d1 * w5 + d2 * w6
    back2 = d1 * w7 + d2 * w8
    e1 = back1 * h1 * (1 - h1)
    e2 = back2 * h2 * (1 - h2)
    dw1 = e1 * x1
    dw2 = e2 * x1
    dw3 = e1 * x2
    dw4 = e2 * x2
    return np.array([dw1, dw2, dw3, dw4, dw5, dw6, dw7, dw8])


def train(w, x, y, step, rounds):
    """Return (weights, losses)."""
    losses = []
    h, o = forward(w, x)
    g = gradient(w, x, y, h, o)
    for i in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * g
    return w, losses


if __name__ == "__main__":
    start = np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8])
    print(train(start, np.array([0.5, 0.3]), np.array([0.23, -0.07]), 1.0, 3)[1])
