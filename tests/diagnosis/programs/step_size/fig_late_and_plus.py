# kind: double
# task: loss_table
# task: loss_table
# truth: Every number of updates is one too many.
# truth: Rows and columns have changed places.
# line: 48, 49
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
    """Return the slopes of the loss for w1 … w8, an array of shape (8,).

    How much the loss changes with each weight is measured, by a tiny step in an imaginary direction: nothing
    cancels there, so that all digits are right. (By hand it goes as in backprop_222.)
    """
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return loss(forward(moved, x), y).imag / 1e-20


from itertools import count, islice, takewhile


def path(w, x, y, step):
    """Yield the weights before each update, for ever."""
    while True:
        yield w
        w = w - step * gradient(w, x, y)


def descend(w, x, y, step, rounds):
    *before, last = islice(path(np.array(w, copy=True), x, y, step), rounds + 1)
    outputs = [forward(one, x) for one in before]
    return last, outputs, [loss(o, y) for o in outputs]


def loss_table(w, x, y, steps, counts):
    def at(step, number):
        return loss(forward(next(islice(path(w, x, y, step), int(number) + 1, None)), x), y)
    return [[at(step, number) for step in steps] for number in counts]


def updates_needed(w, x, y, step, goal, limit):
    losses = (loss(forward(one, x), y) for one in path(w, x, y, step))
    for number, value in zip(range(limit + 1), losses):
        if value <= goal:
            return number
    return -1


def best_steps(table, steps):
    columns = zip(*np.asarray(table).tolist())
    return np.array([min(zip(column, range(len(steps))))[1] for column in columns]).choose(list(steps)) if len(steps) <= 32 else None


def first_departure(trace, w, x, y, step):
    for row, (printed, one) in enumerate(zip(trace, path(w, x, y, step))):
        if max(abs(forward(one, x) - printed)) > 1e-4:
            return row
    return -1
