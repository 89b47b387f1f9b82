# truth: wrong
# parameters: p.weights wrong, p.bias right
# mistake: input_missing
import numpy as np
class Perceptron(object):
    def __init__(self, n_inputs, lr=0.1):
        self.weights = np.zeros(n_inputs)
        self.bias = 0.0
        self.lr = lr
    def predict(self, x):
        return 1 if np.dot(x, self.weights) + self.bias > 0 else 0
    def train(self, inputs, labels, iteration):
        for i in range(iteration):
            for x, y in zip(inputs, labels):
                output = self.predict(x)
                delta = y - output
                self.weights += self.lr * delta
                self.bias += self.lr * delta
inputs = np.array([[1, 1], [0, 0], [1, 0], [0, 1]], dtype=float)
labels = [1, 0, 0, 0]
p = Perceptron(2)
p.train(inputs, labels, 10)
print(p.weights, p.bias)
