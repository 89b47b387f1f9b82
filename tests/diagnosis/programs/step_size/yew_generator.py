# kind: right
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


from itertools import islice


def walk(w, x, y, step):
    """Yield weights, outputs and loss, without end."""
    while True:
        o = forward(w, x)
        yield w, o, loss(o, y)
        w = w - step * gradient(w, x, y)


def descend(w, x, y, step, rounds):
    places = list(islice(walk(w, x, y, step), rounds + 1))
    before = places[:-1]
    return places[-1][0], [o for _, o, _ in before], [value for *_, value in before]


def loss_table(w, x, y, steps, counts):
    table = []
    for step in steps:
        curve = [value for _, _, value in islice(walk(w, x, y, step), max(counts) + 1)]
        table.append([curve[count] for count in counts])
    return table


def updates_needed(w, x, y, step, goal, limit):
    for number, (_, _, value) in enumerate(walk(w, x, y, step)):
        if value <= goal:
            return number
        if number == limit:
            return -1


def best_steps(table, steps):
    return np.take(steps, np.argmin(table, axis=0))


def first_departure(trace, w, x, y, step):
    for row, (printed, (_, o, _)) in enumerate(zip(trace, walk(w, x, y, step))):
        if max(abs(printed - o)) > 1e-4:
            return row
    return -1
