# kind: right
# foreseen: unknown
import numpy as np
def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


class Net:
    def __init__(self, w):
        self.first = np.array([[w[0], w[2]], [w[1], w[3]]])
        self.second = np.array([[w[4], w[6]], [w[5], w[7]]])

    def run(self, x):
        h = sigmoid(self.first @ x)
        return h, sigmoid(self.second @ h)

def sigmoid(z):
    return 1.0 / (np.exp(-z) + 1.0)

def forward(w, x):
    return Net(w).run(x)

def loss(o, y):
    e = o - y
    return e @ e / 2

def gradient(w, x, y, h, o):
    steep = lambda a: a * (1 - a)
    delta_o = (o - y) * steep(o)
    delta_h = Net(w).second.T @ delta_o * steep(h)
    first, second = np.outer(delta_h, x), np.outer(delta_o, h)
    return np.concatenate([first.T.ravel(), second.T.ravel()])

def train(w, x, y, step, rounds):
    seen = []
    for _ in range(rounds):
        h, o = forward(w, x)
        seen.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, seen
