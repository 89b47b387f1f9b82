# kind: double
# task: gradient
# task: gradient
# truth: transposed roads
# truth: the outputs' steepness is missing
# line: 37, 38
# foreseen: no
import numpy as np


def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    first, second = w[:4].reshape(2, 2), w[4:].reshape(2, 2)
    hidden = sigmoid(x @ first)
    out = sigmoid(hidden @ second)
    return hidden, out


def loss(o, y):
    return ((o - y) ** 2).sum() / 2


def dsig(a):
    return a * (1 - a)


def gradient(w, x, y, h, o):
    second = w[4:].reshape(2, 2)
    d_out = (o - y)
    back = second.T @ d_out
    d_hid = back * dsig(h)
    g_first = np.outer(x, d_hid)
    g_second = np.outer(h, d_out)
    return np.concatenate([g_first.ravel(), g_second.ravel()])


def train(w, x, y, step, rounds):
    w = np.array(w, dtype=float)
    hist = []
    for _ in range(rounds):
        h, o = forward(w, x)
        hist.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, hist
