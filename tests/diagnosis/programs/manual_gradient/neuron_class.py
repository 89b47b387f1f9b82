# kind: right
# foreseen: unknown
import numpy as np


class Neuron:
    """One neuron which remembers its last input."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.x = x
        return self.w * x + self.b

    def backward(self, d):
        return (d * self.x).mean(), d.mean()


def loss(w, b, x, y):
    return np.mean((Neuron(w, b).forward(x) - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    neuron = Neuron(w, b)
    p = neuron.forward(x)
    return neuron.backward(dloss_dprediction(p, y))
