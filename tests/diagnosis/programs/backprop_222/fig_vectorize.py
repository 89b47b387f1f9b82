# kind: right
# foreseen: unknown
import numpy as np
def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


import math

sigmoid = np.vectorize(lambda z: 1 / (1 + math.exp(-z)) if z > -700 else 0.0, otypes=[float])


def forward(w, x):
    h = sigmoid(np.dot(x, [[w[0], w[1]], [w[2], w[3]]]))
    return h, sigmoid(np.dot(h, [[w[4], w[5]], [w[6], w[7]]]))


def loss(o, y):
    return math.fsum((one - target) ** 2 for one, target in zip(o, y)) / 2


def gradient(w, x, y, h, o):
    delta_o = [(one - target) * one * (1 - one) for one, target in zip(o, y)]
    delta_h = [(delta_o[0] * w[4 + 2 * a] + delta_o[1] * w[5 + 2 * a]) * h[a] * (1 - h[a]) for a in range(2)]
    return np.array([x[i] * delta_h[j] for i in range(2) for j in range(2)] + [h[i] * delta_o[j] for i in range(2) for j in range(2)])


def train(w, x, y, step, rounds):
    current, losses = list(w), []
    for _ in range(rounds):
        h, o = forward(current, x)
        losses.append(loss(o, y))
        current = [one - step * slope for one, slope in zip(current, gradient(current, x, y, h, o))]
    return np.array(current), losses
