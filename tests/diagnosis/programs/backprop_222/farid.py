# kind: right
# foreseen: unknown
import numpy as np


class Net:
    def __init__(self, w):
        self.w = np.array(w, dtype=float)

    def forward(self, x):
        w = self.w
        self.h = sigmoid(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
        self.o = sigmoid(np.array([w[4] * self.h[0] + w[6] * self.h[1], w[5] * self.h[0] + w[7] * self.h[1]]))
        return self.h, self.o

    def backward(self, x, y, h, o):
        w = self.w
        do = (o - y) * (o - o**2)
        dh = np.array([w[4] * do[0] + w[5] * do[1], w[6] * do[0] + w[7] * do[1]]) * (h - h**2)
        first = [x[0] * dh[0], x[0] * dh[1], x[1] * dh[0], x[1] * dh[1]]
        second = [h[0] * do[0], h[0] * do[1], h[1] * do[0], h[1] * do[1]]
        return np.array(first + second)

    def update(self, g, step):
        self.w = self.w - step * g


def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


def forward(w, x):
    return Net(w).forward(x)


def loss(o, y):
    e = o - y
    return 0.5 * np.dot(e, e)


def gradient(w, x, y, h, o):
    return Net(w).backward(x, y, h, o)


def train(w, x, y, step, rounds):
    net = Net(w)
    losses = []
    for _ in range(rounds):
        h, o = net.forward(x)
        losses.append(loss(o, y))
        net.update(net.backward(x, y, h, o), step)
    return net.w, losses
