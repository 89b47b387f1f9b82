# kind: double
# task: gradient
# task: gradient
# truth: The output mask is missing.
# truth: The deltas of the outputs meet x in place of h.
# line: 29, 31
# foreseen: unknown
import numpy as np
def loss(o, y):
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2
def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


def relu(z):
    return np.where(np.greater(z, 0), z, 0.0)

def split(w):
    return w[:4].reshape(2, 2), w[4:].reshape(2, 2)

def forward(w, x):
    first, second = split(w)
    h = relu(x @ first)
    return h, relu(h @ second)

def gradient(w, x, y, h, o):
    _, second = split(w)
    delta_o = o - y
    delta_h = np.where(h > 0, second @ delta_o, 0)
    return np.r_[np.outer(x, delta_h).flat, np.outer(x, delta_o).flat]

def _awake(w, xs):
    found = [np.r_[forward(w, x)] > 0 for x in xs]
    return np.array(found)

def dead_nodes(w, xs):
    return tuple(bool(d) for d in ~_awake(w, xs).any(axis=0))

def stuck_weights(w, xs):
    feels = np.zeros(8, dtype=bool)
    for h1, h2, o1, o2 in _awake(w, xs):
        out = o1 or o2
        feels |= [h1 and out, h2 and out, h1 and out, h2 and out, h1 and o1, h1 and o2, h2 and o1, h2 and o2]
    return tuple(map(bool, ~feels))
