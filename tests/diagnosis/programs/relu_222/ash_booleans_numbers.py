# kind: odd
# task: dead_nodes
# truth: The number of dead nodes is returned.
# line: 51
# foreseen: no
import numpy as np


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def relu(z):
    return z * np.greater(z, 0)


def sums(w, x):
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    z = np.array([w1 * x[0] + w3 * x[1], w2 * x[0] + w4 * x[1]])
    h = relu(z)
    u = np.array([w5 * h[0] + w7 * h[1], w6 * h[0] + w8 * h[1]])
    return z, u


def forward(w, x):
    z, u = sums(w, x)
    return relu(z), relu(u)


def gradient(w, x, y, h, o):
    w5, w6, w7, w8 = w[4:]
    delta_o1, delta_o2 = (o - y) * (o > 0)
    delta_h1 = (w5 * delta_o1 + w6 * delta_o2) * (h[0] > 0)
    delta_h2 = (w7 * delta_o1 + w8 * delta_o2) * (h[1] > 0)
    return np.array([x[0] * delta_h1, x[0] * delta_h2, x[1] * delta_h1, x[1] * delta_h2,
                     h[0] * delta_o1, h[0] * delta_o2, h[1] * delta_o1, h[1] * delta_o2])


def awake(w, xs):
    return np.array([np.concatenate(sums(w, x)) > 0 for x in xs])


def dead_nodes(w, xs):
    return sum(not spalte.any() for spalte in awake(w, xs).T)


def stuck_weights(w, xs):
    moved = np.zeros(8, dtype=bool)
    for x, (h1, h2, o1, o2) in zip(xs, awake(w, xs)):
        there = x.any()
        moved |= [there and h1 and (o1 or o2), there and h2 and (o1 or o2)] * 2 + [h1 and o1, h1 and o2, h2 and o1, h2 and o2]
    return ~moved
