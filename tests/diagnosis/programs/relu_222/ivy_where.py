# kind: right
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
    return np.where(np.asarray(z) > 0, z, 0.0)


def forward(w, x):
    h = relu(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
    o = relu(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))
    return h, o


def gradient(w, x, y, h, o):
    w1, w2, w3, w4, w5, w6, w7, w8 = [float(v) for v in w]
    d1 = o[0] - y[0] if o[0] > 0 else 0.0
    d2 = o[1] - y[1] if o[1] > 0 else 0.0
    e1 = w5 * d1 + w6 * d2 if h[0] > 0 else 0.0
    e2 = w7 * d1 + w8 * d2 if h[1] > 0 else 0.0
    return [x[0] * e1, x[0] * e2, x[1] * e1, x[1] * e2, h[0] * d1, h[0] * d2, h[1] * d1, h[1] * d2]


def dead_nodes(w, xs):
    dead = [True] * 4
    for x in xs:
        h, o = forward(w, x)
        for i, value in enumerate([*h, *o]):
            if value > 0:
                dead[i] = False
    return dead


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
