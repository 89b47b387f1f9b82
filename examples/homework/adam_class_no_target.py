# truth: wrong
# parameters: params['w'] wrong, params['b'] right
# mistake: target_missing
import numpy as np


class Adam:
    def __init__(self, lr=0.01, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = {}
        self.v = {}
        self.t = 0

    def step(self, params, grads):
        self.t += 1
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            mhat = self.m[key] / (1 - self.beta1 ** self.t)
            vhat = self.v[key] / (1 - self.beta2 ** self.t)
            params[key] = params[key] - self.lr * mhat / (np.sqrt(vhat) + self.eps)


rng = np.random.default_rng(0)
X = rng.normal(size=(40, 2))
y = (X[:, 0] - X[:, 1] > 0).astype(float)
params = {"w": rng.normal(size=2), "b": np.array(0.0)}
opt = Adam(lr=0.05)
for epoch in range(200):
    z = X @ params["w"] + params["b"]
    p = 1 / (1 + np.exp(-z))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    grads = {"w": X.T @ p / len(y), "b": np.mean(p - y)}
    opt.step(params, grads)
    if epoch % 20 == 0:
        print(epoch, loss)
