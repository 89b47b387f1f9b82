# truth: not_judged
import numpy as np
X = np.random.default_rng(0).normal(size=(20, 3)); y = X @ [1., 2., 3.]
w = np.zeros(3)
for i in range(100):
    e = X @ w - y
    loss = np.mean(e ** 2)
    g = 2 * X.T @ e / len(y)
    w -= 0.01 * np.sign(g)
    print(i, loss)
