# kind: wrong
# task: gradient
# truth: the bend of the hidden nodes is decided by the inputs in place of the hidden values
# line: 38
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
    return np.asarray(z) * (np.asarray(z) > 0)


def mats(w):
    return w[:4].reshape(2, 2), w[4:].reshape(2, 2)


def forward(w, x):
    A, B = mats(w)
    h = relu(x @ A)
    o = relu(h @ B)
    return h, o


def gradient(w, x, y, h, o):
    A, B = mats(w)
    delta_o = (o - y) * (o > 0)
    delta_h = (B @ delta_o) * (x > 0)
    return np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])


def dead_nodes(w, xs):
    A, B = mats(w)
    H = relu(xs @ A)
    O = relu(H @ B)
    return np.concatenate([(H <= 0).all(axis=0), (O <= 0).all(axis=0)])


def stuck_weights(w, xs):
    A, B = mats(w)
    H = relu(xs @ A)
    O = relu(H @ B)
    h_on = H > 0
    o_on = O > 0
    reach = h_on & o_on.any(axis=1)[:, None]
    first = reach.any(axis=0)
    second = (h_on[:, :, None] & o_on[:, None, :]).any(axis=0)
    moved = np.concatenate([first, first, second.ravel()])
    return ~moved
