# kind: wrong
# task: best_steps
# truth: the best step is sought along the rows in place of the columns
# line: 71 or 69
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


def descend(w, x, y, step, rounds):
    """Return (weights, outputs, losses)."""
    outputs = []
    losses = []
    for i in range(rounds):
        o = forward(w, x)
        outputs.append(o)
        losses.append(loss(o, y))
        g = gradient(w, x, y)
        w = w - step * g
    return w, outputs, losses


def loss_table(w, x, y, steps, counts):
    """One row for each step."""
    table = []
    for step in steps:
        row = []
        for count in counts:
            end, _, _ = descend(w, x, y, step, count)
            row.append(loss(forward(end, x), y))
        table.append(row)
    return table


def updates_needed(w, x, y, step, goal, limit):
    """The least number of updates."""
    for count in range(limit + 1):
        if loss(forward(w, x), y) <= goal:
            return count
        w = w - step * gradient(w, x, y)
    return -1


def best_steps(table, steps):
    """The best step of each column."""
    best = []
    for column in np.asarray(table):
        place = np.argmin(column)
        best.append(steps[place % len(steps)])
    return np.array(best)


def first_departure(trace, w, x, y, step):
    """The first row that cannot be right."""
    _, outputs, _ = descend(w, x, y, step, len(trace))
    for i in range(len(trace)):
        gap = np.abs(trace[i] - outputs[i])
        if np.any(gap > 0.0001):
            return i
    return -1
