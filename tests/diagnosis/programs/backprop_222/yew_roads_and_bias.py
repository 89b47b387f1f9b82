# kind: double
# task: gradient
# task: train
# truth: The weights on the roads back are swapped: w7 for w6 and w6 for w7.
# truth: Slopes are worked out once, before the loop.
# line: 40, 55
# foreseen: unknown
import numpy as np
def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


from math import e


def sigmoid(z):
    return (1 + e ** -z) ** -1


def forward(w, x):
    def node(first, second, inputs):
        return sigmoid(w[first - 1] * inputs[0] + w[second - 1] * inputs[1])

    h = node(1, 3, x), node(2, 4, x)
    o = node(5, 7, h), node(6, 8, h)
    return np.array(h), np.array(o)


def loss(o, y):
    return sum((a - t) ** 2 for a, t in zip(o, y)) / 2


def gradient(w, x, y, h, o):
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    (x1, x2), (h1, h2), (o1, o2) = x, h, o
    delta_o1 = (o1 - y[0]) * o1 * (1 - o1)
    delta_o2 = (o2 - y[1]) * o2 * (1 - o2)
    delta_h1 = (delta_o1 * w5 + delta_o2 * w7) * h1 * (1 - h1)
    delta_h2 = (delta_o1 * w7 + delta_o2 * w8) * h2 * (1 - h2)
    return np.array([
        x1 * delta_h1, x1 * delta_h2, x2 * delta_h1, x2 * delta_h2,
        h1 * delta_o1, h1 * delta_o2, h2 * delta_o1, h2 * delta_o2,
    ])


def train(w, x, y, step, rounds):
    losses = []
    w = list(w)
    while rounds:
        rounds -= 1
        h, o = forward(w, x)
        losses += [loss(o, y)]
        slopes = slopes if len(losses) > 1 else gradient(w, x, y, h, o)
        for i in range(8):
            w[i] -= step * slopes[i]
    return np.asarray(w), losses
