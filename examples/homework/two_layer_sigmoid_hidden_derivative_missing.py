# truth: wrong
# parameters: net.W1 wrong, net.b1 wrong, net.W2 right, net.b2 right
# mistake: hidden_derivative_missing
import numpy as np


class Net:
    def __init__(self, n_in, n_hidden, n_out):
        self.W1 = np.random.randn(n_in, n_hidden)
        self.b1 = np.zeros(n_hidden)
        self.W2 = np.random.randn(n_hidden, n_out)
        self.b2 = np.zeros(n_out)
        self.lr = 0.5

    def sigmoid(self, z):
        return 1 / (1 + np.exp(-z))

    def forward(self, x):
        self.x = x
        self.a1 = self.sigmoid(x @ self.W1 + self.b1)
        self.a2 = self.sigmoid(self.a1 @ self.W2 + self.b2)
        return self.a2

    def loss(self, y):
        return 0.5 * np.sum((self.a2 - y) ** 2) / len(y)

    def backward(self, y):
        d2 = (self.a2 - y) * self.a2 * (1 - self.a2) / len(y)
        d1 = d2 @ self.W2.T
        self.dW2, self.db2 = self.a1.T @ d2, d2.sum(axis=0)
        self.dW1, self.db1 = self.x.T @ d1, d1.sum(axis=0)

    def update(self):
        self.W1 -= self.lr * self.dW1
        self.b1 -= self.lr * self.db1
        self.W2 -= self.lr * self.dW2
        self.b2 -= self.lr * self.db2


X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
Y = np.array([[0], [1], [1], [0]], dtype=float)
net = Net(2, 3, 1)
for epoch in range(2000):
    net.forward(X)
    loss = net.loss(Y)
    net.backward(Y)
    net.update()
    if epoch % 500 == 0:
        print(epoch, loss)
