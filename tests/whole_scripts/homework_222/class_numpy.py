import numpy as np

x = np.array([0.5, 0.3])
y = np.array([0.23, -0.07])


class Network:
    def __init__(self):
        self.w1 = np.array([[0.2, -0.4], [0.5, 0.6]])
        self.w2 = np.array([[0.1, -0.5], [-0.3, 0.8]])

    def sigmoid(self, z):
        return 1 / (1 + np.exp(-z))

    def forward(self, x):
        self.h = self.sigmoid(x @ self.w1)
        self.o = self.sigmoid(self.h @ self.w2)
        return self.o

    def loss(self, y):
        return 0.5 * np.sum((self.o - y) ** 2)

    def backward(self, x, y):
        delta = (self.o - y) * self.o * (1 - self.o)
        self.dw2 = np.outer(self.h, delta)
        hidden = self.w2 @ delta * self.h * (1 - self.h)
        self.dw1 = np.outer(x, hidden)

    def step(self, rate):
        self.w1 -= rate * self.dw1
        self.w2 -= rate * self.dw2


net = Network()
for epoch in range(100):
    net.forward(x)
    loss = net.loss(y)
    net.backward(x, y)
    net.step(1.0)
print(loss, net.forward(x))
