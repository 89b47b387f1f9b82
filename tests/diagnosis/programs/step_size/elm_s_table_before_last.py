# kind: wrong
# task: loss_table
# truth: the loss before the last update is noted: one update too few
# line: 50
# foreseen: no
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


def descend(w, x, y, step, rounds):
    cur = w.copy()
    outs, errs = [], []
    k = 0
    while k < rounds:
        o = forward(cur, x)
        outs.append(o)
        errs.append(loss(o, y))
        cur -= step * gradient(cur, x, y)
        k += 1
    return cur, outs, errs


def loss_table(w, x, y, steps, counts):
    rows = []
    for s in steps:
        row = []
        for c in counts:
            errs = descend(w, x, y, s, c)[2]
            row.append(errs[-1] if errs else loss(forward(w, x), y))
        rows.append(row)
    return rows


def updates_needed(w, x, y, step, goal, limit):
    cur = w.copy()
    for k in range(limit + 1):
        if loss(forward(cur, x), y) <= goal:
            return k
        cur = cur - step * gradient(cur, x, y)
    return -1


def best_steps(table, steps):
    best = []
    for j in range(table.shape[1]):
        column = table[:, j]
        best.append(steps[np.argmin(column)])
    return best


def first_departure(trace, w, x, y, step):
    _, outs, _ = descend(w, x, y, step, len(trace))
    for i, (printed, right) in enumerate(zip(trace, outs)):
        if np.any(np.abs(printed - right) > 0.0001):
            return i
    return -1
