# kind: wrong
# task: first_departure
# truth: The second output may be off by a hundredth.
# line: 69
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
    """Return the slopes of the loss for w1 … w8, an array of shape (8,).

    How much the loss changes with each weight is measured, by a tiny step in an imaginary direction: nothing
    cancels there, so that all digits are right. (By hand it goes as in backprop_222.)
    """
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return loss(forward(moved, x), y).imag / 1e-20


def descend(w, x, y, step, rounds):
    outputs = []
    losses = []
    w = w.copy()
    for r in range(rounds):
        o = forward(w, x)
        outputs.append(o)
        losses.append(loss(o, y))
        w -= step * gradient(w, x, y)
    return w, outputs, losses


def loss_table(w, x, y, steps, counts):
    table = np.zeros((len(steps), len(counts)))
    for i in range(len(steps)):
        for j in range(len(counts)):
            end, outputs, losses = descend(w, x, y, steps[i], counts[j])
            table[i, j] = loss(forward(end, x), y)
    return table


def updates_needed(w, x, y, step, goal, limit):
    w = w.copy()
    for n in range(limit + 1):
        if loss(forward(w, x), y) <= goal:
            return n
        w = w - step * gradient(w, x, y)
    return -1


def best_steps(table, steps):
    best = []
    for j in range(table.shape[1]):
        column = table[:, j]
        best.append(steps[np.argmin(column)])
    return best


def first_departure(trace, w, x, y, step):
    _, outputs, _ = descend(w, x, y, step, len(trace))
    for i in range(len(trace)):
        if abs(trace[i][0] - outputs[i][0]) > 0.0001 or abs(trace[i][1] - outputs[i][1]) > 0.01:
            return i
    return -1
