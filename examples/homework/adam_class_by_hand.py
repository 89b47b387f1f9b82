# truth: right
# parameters: w right
import numpy as np
rng = np.random.default_rng(11)
X = rng.normal(size=(50, 2)); y = X @ [2.0, -1.0] + 0.3
class Adam:
    def __init__(self, lr=0.05):
        self.lr, self.m, self.v, self.t = lr, None, None, 0
    def step(self, w, g):
        if self.m is None:
            self.m, self.v = np.zeros_like(w), np.zeros_like(w)
        self.t += 1
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g * g
        m, v = self.m / (1 - 0.9 ** self.t), self.v / (1 - 0.999 ** self.t)
        return w - self.lr * m / (np.sqrt(v) + 1e-8)
A = np.c_[X, np.ones(50)]
w = np.zeros(3); adam = Adam()
for epoch in range(150):
    r = A @ w - y
    loss = np.mean(r ** 2)
    w = adam.step(w, 2 * A.T @ r / 50)
    print(epoch, loss)
