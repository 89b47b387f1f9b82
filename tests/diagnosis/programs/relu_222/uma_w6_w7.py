# kind: wrong
# task: forward
# truth: w6 and w7 are swapped on the way to the outputs
# line: 29 or 30
# foreseen: unknown
import numpy as np


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def relu(z):
    """Return z where it is above 0, and 0 elsewhere."""
    return np.maximum(z, 0.0)


def forward(w, x):
    """Return the pair (h, o)."""
    h1 = relu(w[0] * x[0] + w[2] * x[1])
    h2 = relu(w[1] * x[0] + w[3] * x[1])
    o1 = relu(w[4] * h1 + w[5] * h2)
    o2 = relu(w[6] * h1 + w[7] * h2)
    return np.array([h1, h2]), np.array([o1, o2])


def gradient(w, x, y, h, o):
    """Return the eight slopes."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    steep_o1 = 1.0 if o[0] > 0 else 0.0
    steep_o2 = 1.0 if o[1] > 0 else 0.0
    steep_h1 = 1.0 if h[0] > 0 else 0.0
    steep_h2 = 1.0 if h[1] > 0 else 0.0
    d_o1 = (o[0] - y[0]) * steep_o1
    d_o2 = (o[1] - y[1]) * steep_o2
    d_h1 = (w5 * d_o1 + w6 * d_o2) * steep_h1
    d_h2 = (w7 * d_o1 + w8 * d_o2) * steep_h2
    slopes = [
        x[0] * d_h1,
        x[0] * d_h2,
        x[1] * d_h1,
        x[1] * d_h2,
        h[0] * d_o1,
        h[0] * d_o2,
        h[1] * d_o1,
        h[1] * d_o2,
    ]
    return np.array(slopes)


def dead_nodes(w, xs):
    """Return which nodes are silent at every sample."""
    dead = np.array([True, True, True, True])
    for x in xs:
        h, o = forward(w, x)
        awake = np.concatenate([h, o]) > 0
        dead[awake] = False
    return dead


def stuck_weights(w, xs):
    """Return which weights feel nothing of any sample."""
    stuck = [True] * 8
    for x in xs:
        h, o = forward(w, x)
        any_output = o[0] > 0 or o[1] > 0
        h1_felt = h[0] > 0 and any_output
        h2_felt = h[1] > 0 and any_output
        moves = [h1_felt, h2_felt, h1_felt, h2_felt]
        for hidden in h:
            for out in o:
                moves.append(hidden > 0 and out > 0)
        for i in range(8):
            if moves[i]:
                stuck[i] = False
    return np.array(stuck)
