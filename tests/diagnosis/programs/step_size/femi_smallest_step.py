# kind: wrong
# task: best_steps
# truth: the pairs are compared by their step first, so the smallest step always wins
# line: 76
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


class Walker:
    def __init__(self, w, x, y, step):
        self.w = np.array(w, dtype=float)
        self.x, self.y, self.step = x, y, step
        self.outputs, self.losses = [], []

    def look(self):
        o = forward(self.w, self.x)
        return o, loss(o, self.y)

    def go(self):
        o, value = self.look()
        self.outputs.append(o)
        self.losses.append(value)
        self.w = self.w - self.step * gradient(self.w, self.x, self.y)


def descend(w, x, y, step, rounds):
    walker = Walker(w, x, y, step)
    for _ in range(rounds):
        walker.go()
    return walker.w, walker.outputs, walker.losses


def loss_table(w, x, y, steps, counts):
    rows = []
    for step in steps:
        walker = Walker(w, x, y, step)
        row = []
        for n in range(max(counts) + 1):
            if n in counts:
                row.append(walker.look()[1])
            walker.go()
        rows.append(row)
    return rows


def updates_needed(w, x, y, step, goal, limit):
    losses = descend(w, x, y, step, limit + 1)[2]
    good = [n for n, value in enumerate(losses) if value <= goal]
    return good[0] if good else -1


def best_steps(table, steps):
    return [min(zip(steps, column))[0] for column in zip(*table)]


def first_departure(trace, w, x, y, step):
    outputs = descend(w, x, y, step, len(trace))[1]
    for row, (printed, right) in enumerate(zip(trace, outputs)):
        if not np.all(np.abs(printed - right) <= 0.0001):
            return row
    return -1
