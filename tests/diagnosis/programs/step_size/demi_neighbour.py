# kind: wrong
# task: best_steps
# truth: each row is compared with the row above in place of with the best so far
# line: 78 or 77
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


# 学习率


def descend(w, x, y, step, rounds):
    # 复制一份, 不改原来的
    weights = w.copy()
    outputs, losses = [], []
    k = 0
    while k < rounds:
        out = forward(weights, x)
        outputs.append(out)
        losses.append(loss(out, y))
        weights -= step * gradient(weights, x, y)
        k += 1
    return weights, outputs, losses


def loss_table(w, x, y, steps, counts):
    table = np.zeros((len(steps), len(counts)))
    for i in range(len(steps)):
        _, _, losses = descend(w, x, y, steps[i], counts[-1] + 1)
        for j in range(len(counts)):
            table[i, j] = losses[counts[j]]
    return table


def updates_needed(w, x, y, step, goal, limit):
    now = w.copy()
    n = 0
    value = loss(forward(now, x), y)
    while value > goal and n < limit:
        now = now - step * gradient(now, x, y)
        value = loss(forward(now, x), y)
        n += 1
    if value > goal:
        return -1
    return n


def best_steps(table, steps):
    rows, cols = np.shape(table)
    result = []
    for j in range(cols):
        best = 0
        for i in range(rows):
            if i > 0 and table[i][j] < table[i - 1][j]:
                best = i
        result.append(steps[best])
    return result


def first_departure(trace, w, x, y, step):
    weights = np.array(w)
    for row in range(len(trace)):
        o = forward(weights, x)
        if abs(trace[row][0] - o[0]) > 0.0001 or abs(trace[row][1] - o[1]) > 0.0001:
            return row
        weights = weights - step * gradient(weights, x, y)
    return -1
