# truth: not_judged
import numpy as np
X = np.random.default_rng(0).normal(size=(20, 5)); y = X @ [1., 0, 0, 2., 0]
w = np.zeros(5); lam = .1; lr = .01
def soft(z, t):
    return np.sign(z) * np.maximum(np.abs(z) - t, 0)
for i in range(200):
    g = X.T @ (X @ w - y)
    w = soft(w - lr * g, lr * lam)
    loss = 0.5 * np.sum((X @ w - y) ** 2) + lam * np.abs(w).sum()
    print(i, loss)
