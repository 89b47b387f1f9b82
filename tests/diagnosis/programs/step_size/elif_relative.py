# kind: wrong
# task: first_departure
# truth: the difference is divided by the right number (relative) before it is compared
# line: 70 or 69
# foreseen: unknown
import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the outputs o of the network with the weights w1 … w8, an array of shape (2,)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def gradient(w, x, y):
    """Return the slopes of the loss for w1 … w8, an array of shape (8,)."""
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return loss(forward(moved, x), y).imag / 1e-20


def walk(w, x, y, step):
    """Yield the weights before each update, for ever."""
    while True:
        yield w
        w = w - step * gradient(w, x, y)


def descend(w, x, y, step, rounds):
    path = walk(w, x, y, step)
    outputs, losses = [], []
    for _ in range(rounds):
        o = forward(next(path), x)
        outputs.append(o)
        losses.append(loss(o, y))
    return next(path), outputs, losses


def loss_table(w, x, y, steps, counts):
    return [[descend(w, x, y, s, c + 1)[2][c] for c in counts] for s in steps]


def updates_needed(w, x, y, step, goal, limit):
    for n, now in enumerate(walk(w, x, y, step)):
        if n > limit:
            return -1
        if not loss(forward(now, x), y) > goal:
            return n


def best_steps(table, steps):
    pairs = np.array(table)
    order = pairs.argsort(axis=0)
    return np.array(steps)[order[0]]


def first_departure(trace, w, x, y, step):
    right = np.array(descend(w, x, y, step, len(trace))[1])
    off = (np.abs(np.array(trace) - right) / right).max(axis=1) > 1e-4
    if not off.any():
        return -1
    return int(np.argmax(off))
