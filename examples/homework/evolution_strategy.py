# truth: not_judged
import numpy as np
X = np.random.default_rng(0).normal(size=(20, 3)); y = X @ [1., 2., 3.]
w = np.zeros(3)
def loss(w):
    return np.mean((X @ w - y) ** 2)
for i in range(100):
    N = np.random.randn(30, 3)
    R = np.array([loss(w + 0.1 * n) for n in N])
    A = (R - R.mean()) / R.std()
    w = w - 0.05 / (30 * 0.1) * N.T @ A
    print(i, loss(w))
