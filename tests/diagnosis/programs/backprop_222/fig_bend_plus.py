# kind: wrong
# task: gradient
# truth: The bend is a(1 + a).
# line: 31
# foreseen: no
import numpy as np
def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


from types import SimpleNamespace


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z)))


def forward(w, x):
    first, second = np.split(np.asarray(w), 2)
    h = sigmoid(first[:2] * x[0] + first[2:] * x[1])
    return h, sigmoid(second[:2] * h[0] + second[2:] * h[1])


def loss(o, y):
    return np.dot(o - y, o - y) / 2


def node(value, felt):
    return SimpleNamespace(value=value, delta=felt * value * (1 + value))


def gradient(w, x, y, h, o):
    outputs = [node(out, out - target) for out, target in zip(o, y)]
    hidden = []
    for a, value in enumerate(h):
        felt = w[4 + 2 * a] * outputs[0].delta + w[5 + 2 * a] * outputs[1].delta
        hidden.append(node(value, felt))
    delta_o1, delta_o2 = (one.delta for one in outputs)
    delta_h1, delta_h2 = (one.delta for one in hidden)
    early = [value * one.delta for value in x for one in hidden]
    return np.array(early + [value * one.delta for value in h for one in outputs])


def train(w, x, y, step, rounds, losses=()):
    if rounds == 0:
        return w, list(losses)
    h, o = forward(w, x)
    return train(w - step * gradient(w, x, y, h, o), x, y, step, rounds - 1, (*losses, loss(o, y)))
