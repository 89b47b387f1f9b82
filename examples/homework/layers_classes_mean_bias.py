# truth: wrong
# parameters: net.layers[0].W right, net.layers[0].b wrong, net.layers[2].W right, net.layers[2].b wrong
# mistake: averaged_twice
import numpy as np


class Linear:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out) * 0.3
        self.b = np.zeros(n_out)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW = self.x.T @ grad
        self.db = grad.mean(axis=0)
        return grad @ self.W.T


class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, grad):
        return grad * self.out * (1 - self.out)


class MSELoss:
    def forward(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2 * self.diff / self.diff.size


class Network:
    def __init__(self):
        self.layers = [Linear(3, 5), Sigmoid(), Linear(5, 2)]
        self.criterion = MSELoss()

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self):
        grad = self.criterion.backward()
        for layer in reversed(self.layers):
            grad = layer.backward(grad)

    def step(self, lr):
        for layer in self.layers:
            if isinstance(layer, Linear):
                layer.W -= lr * layer.dW
                layer.b -= lr * layer.db


net = Network()
X = np.random.randn(25, 3)
Y = np.random.randn(25, 2)
for epoch in range(100):
    out = net.forward(X)
    loss = net.criterion.forward(out, Y)
    net.backward()
    net.step(0.1)
    if epoch % 10 == 0:
        print('epoch:', epoch, 'loss:', loss)
