# truth: right
# parameters: first.w right, first.b right, second.w right, second.b right
import numpy as np

inputs = np.linspace(-1, 1, 24)
targets = np.sin(2 * inputs)
rate, every = 0.1, 50


class Layer:
    def __init__(self, upper, size, bent):
        self.w = 0.3 * np.random.randn(upper, size)
        self.b = 0.3 * np.random.randn(size)
        self.bent = bent

    def forward(self, x):
        self.x = x
        u = np.dot(x, self.w) + self.b
        self.y = np.tanh(u) if self.bent else u

    def backward(self, grad):
        delta = grad * (1 - self.y**2) if self.bent else grad
        self.grad_w = np.dot(self.x.T, delta)
        self.grad_b = np.sum(delta, axis=0)
        self.grad_x = np.dot(delta, self.w.T)

    def update(self):
        self.w -= rate * self.grad_w
        self.b -= rate * self.grad_b


first, second = Layer(1, 4, True), Layer(4, 1, False)
for epoch in range(151):
    order = np.random.permutation(len(inputs))
    error = 0
    for place in order:
        x, t = inputs[place : place + 1], targets[place : place + 1]
        first.forward(x.reshape(1, 1))
        second.forward(first.y)
        second.backward(second.y - t.reshape(1, 1))
        first.backward(second.grad_x)
        first.update()
        second.update()
        if epoch % every == 0:
            error += 0.5 * np.sum(np.square(second.y.reshape(-1) - t))
    if epoch % every == 0:
        print("epoch", epoch, "error", error / len(inputs))
