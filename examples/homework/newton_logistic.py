# truth: not_judged
import numpy as np

rng = np.random.default_rng(0)
X = np.c_[np.ones(30), rng.normal(size=(30, 2))]
y = (X @ [0.2, 1.0, -1.0] + rng.normal(size=30) > 0).astype(float)
theta = np.zeros(3)
for i in range(10):
    h = 1 / (1 + np.exp(-X @ theta))
    loss = -np.mean(y * np.log(h) + (1 - y) * np.log(1 - h))
    grad = X.T @ (h - y) / len(y)
    H = (X.T * (h * (1 - h))) @ X / len(y)
    theta = theta - np.linalg.solve(H, grad)
    print(i, loss)
