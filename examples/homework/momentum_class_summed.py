# truth: constant
# parameters: theta constant
# mistake: summed
import numpy as np


class MomentumSGD:
    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.velocity = None

    def update(self, theta, grad):
        if self.velocity is None:
            self.velocity = np.zeros_like(theta)
        self.velocity = self.momentum * self.velocity - self.lr * grad
        return theta + self.velocity


np.random.seed(2)
A = np.c_[np.random.rand(30), np.ones(30)]
target = A @ np.array([2.0, -1.0]) + 0.01 * np.random.randn(30)
theta = np.zeros(2)
opt = MomentumSGD(0.05)
for i in range(100):
    r = A @ theta - target
    loss = np.mean(r ** 2)
    grad = 2 * A.T @ r
    theta = opt.update(theta, grad)
print(theta, loss)
