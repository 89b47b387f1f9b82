# kind: wrong
# task: gradient
# truth: The hidden bend is read off the delta, not off the node: it is 1 where the returning slope is positive.
# line: 31
# foreseen: no
import numpy as np
def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2
def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


ROADS = [(0, 0), (0, 1), (1, 0), (1, 1)]


def relu(z):
    return np.where(np.greater(z, 0), z, 0.0 * np.abs(z))


def forward(w, x):
    h = [relu(sum(w[k] * x[a] for k, (a, b) in enumerate(ROADS) if b == node)) for node in (0, 1)]
    o = [relu(sum(w[4 + k] * h[a] for k, (a, b) in enumerate(ROADS) if b == node)) for node in (0, 1)]
    return np.array(h), np.array(o)


def gradient(w, x, y, h, o):
    delta_o = [(out - target) if out > 0 else 0.0 for out, target in zip(o, y)]
    delta_h = [sum(w[4 + k] * delta_o[b] for k, (a, b) in enumerate(ROADS) if a == node) * (delta_o[node] > 0) for node in (0, 1)]
    delta_o1, delta_o2 = delta_o
    delta_h1, delta_h2 = delta_h
    return np.array([x[a] * delta_h[b] for a, b in ROADS] + [h[a] * delta_o[b] for a, b in ROADS])


def dead_nodes(w, xs):
    values = [np.concatenate(forward(w, x)) for x in xs]
    return [not any(one[node] > 0 for one in values) for node in range(4)]


def stuck_weights(w, xs):
    moves = np.zeros(8, dtype=bool)
    for x in xs:
        h, o = forward(w, x)
        far = [float((o > 0) @ (np.array(w[4 + 2 * a:6 + 2 * a]) != 0)) * (h[a] > 0) > 0 for a in (0, 1)]
        first = [x[a] != 0 and far[b] for a, b in ROADS]
        second = [h[a] > 0 and o[b] > 0 for a, b in ROADS]
        moves |= np.array(first + second, dtype=bool)
    return ~moves
