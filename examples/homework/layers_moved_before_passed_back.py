# truth: wrong
# parameters: net.weights[0] wrong, net.weights[1] wrong, net.weights[2] right, net.biases[0] wrong, net.biases[1] wrong, net.biases[2] right
# mistake: late
import numpy as np


class Net:
    def __init__(self, sizes, rate):
        rng = np.random.default_rng(3)
        self.weights = [rng.normal(0, 0.6, (a, b)) for a, b in zip(sizes, sizes[1:])]
        self.biases = [np.zeros(b) for b in sizes[1:]]
        self.rate = rate

    def forward(self, x):
        self.outputs = [x]
        for place, (w, b) in enumerate(zip(self.weights, self.biases)):
            z = self.outputs[-1] @ w + b
            last = place == len(self.weights) - 1
            self.outputs.append(z if last else 1 / (1 + np.exp(-z)))
        return self.outputs[-1]

    def learn(self, x, y):
        delta = self.forward(x) - y
        for place in reversed(range(len(self.weights))):
            self.weights[place] -= self.rate * self.outputs[place].T @ delta
            self.biases[place] -= self.rate * delta.sum(axis=0)
            if place:
                a = self.outputs[place]
                delta = delta @ self.weights[place].T * a * (1 - a)


x = np.linspace(-1, 1, 20)[:, None]
y = np.sin(3 * x)
net = Net([1, 4, 4, 1], 0.02)
for epoch in range(400):
    net.learn(x, y)
print(np.mean((net.forward(x) - y) ** 2))
