# kind: right
# foreseen: no
import numpy as np


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


H = np.array([[0, 2], [1, 3]])


def relu(z):
    return (z + abs(z)) / 2


def forward(w, x):
    h = relu(w[H] @ x)
    return h, relu(w[H + 4] @ h)


def gradient(w, x, y, h, o):
    on_o, on_h = np.sign(o), np.sign(h)
    d_o = (o - y) * on_o
    d_h = w[H + 4].T @ d_o * on_h
    out = np.empty(8)
    out[H], out[H + 4] = np.outer(d_h, x), np.outer(d_o, h)
    return out


def dead_nodes(w, xs):
    hs, os = zip(*(forward(w, x) for x in xs))
    return np.concatenate([np.max(hs, axis=0), np.max(os, axis=0)]) == 0


def stuck_weights(w, xs):
    rng = np.random.default_rng(3)
    total = np.zeros(8)
    for x in xs:
        h, o = forward(w, x)
        total += abs(gradient(w, x, o - rng.uniform(1, 2, 2), h, o))
    return total == 0
