# kind: right
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


def descend(w, x, y, step, rounds):
    aktuell = np.array(w)
    outputs, losses = [], []
    while len(losses) != rounds:
        o = forward(aktuell, x)
        outputs += [o]
        losses += [loss(o, y)]
        aktuell -= step * gradient(aktuell, x, y)
    return aktuell, outputs, losses


def loss_table(w, x, y, steps, counts):
    def eintrag(s, c):
        v = w
        for _ in range(c):
            v = v - s * gradient(v, x, y)
        return loss(forward(v, x), y)

    return np.array([[eintrag(s, c) for c in counts] for s in steps])


def updates_needed(w, x, y, step, goal, limit):
    _, _, losses = descend(w, x, y, step, limit + 1)
    unten = np.flatnonzero(np.array(losses) <= goal)
    return int(unten[0]) if unten.size else -1


def best_steps(table, steps):
    return [min(zip(spalte, range(len(steps)), steps))[2] for spalte in np.transpose(table)]


def first_departure(trace, w, x, y, step):
    _, outputs, _ = descend(w, x, y, step, len(trace))
    falsch = (abs(np.array(outputs) - trace) > 0.0001).any(axis=1)
    return int(falsch.argmax()) if falsch.any() else -1
