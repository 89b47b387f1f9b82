# kind: wrong
# task: gradient
# truth: the mask is taken of what comes back, not of h
# line: 36
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def relu(z):
    return np.maximum(z, 0)


def forward(w, x):
    h = relu(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
    o = relu(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))
    return h, o


def gradient(w, x, y, h, o):
    d = (o - y) * (o > 0)
    B = w[4:].reshape(2, 2)
    back = B @ d
    e = back * (back > 0)
    return np.concatenate([np.outer(x, e).ravel(), np.outer(h, d).ravel()])


def dead_nodes(w, xs):
    rows = np.array([np.concatenate(forward(w, x)) for x in xs])
    return np.all(rows <= 0, axis=0)


def stuck_weights(w, xs):
    moves = np.zeros(8, dtype=bool)
    for x in xs:
        h, o = forward(w, x)
        d = (o > 0).astype(float)
        B = w[4:].reshape(2, 2)
        alive = np.zeros(2, dtype=bool)
        for i in range(2):
            for j in range(2):
                if d[j] and B[i, j] != 0 and h[i] > 0:
                    alive[i] = True
        moves[:4] |= np.outer(x != 0, alive).ravel()
        moves[4:] |= np.outer(h > 0, o > 0).ravel()
    return ~moves
