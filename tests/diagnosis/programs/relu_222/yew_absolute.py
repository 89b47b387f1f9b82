# kind: wrong
# task: relu
# truth: The halving is forgotten: relu gives 2·z above 0.
# line: 17
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
    return np.abs(z) + z


def forward(w, x):
    first, second = w.reshape(2, 2, 2)
    h = relu(np.asarray(x) @ first)
    return h, relu(h @ second)


def gradient(w, x, y, h, o):
    second = w[4:].reshape(2, 2)
    delta_o = np.where(o > 0, o - y, 0)
    delta_h = np.heaviside(h, 0) * second.dot(delta_o)
    return np.r_[np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()]


def awake(w, xs):
    """Return for every sample which of the four nodes are awake, shape (n, 4)."""
    return np.array([np.concatenate(forward(w, x)) > 0 for x in xs])


def dead_nodes(w, xs):
    return ~awake(w, xs).any(axis=0)


def stuck_weights(w, xs):
    felt = np.zeros(8, dtype=bool)
    for x, (h1, h2, o1, o2) in zip(xs, awake(w, xs)):
        seen = bool(np.any(x))
        road1, road2 = h1 and (o1 or o2), h2 and (o1 or o2)
        felt |= [seen and road1, seen and road2, seen and road1, seen and road2,
                 h1 and o1, h1 and o2, h2 and o1, h2 and o2]
    return np.logical_not(felt)
