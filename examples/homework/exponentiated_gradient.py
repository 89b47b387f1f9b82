# truth: not_judged
import numpy as np
X = np.random.default_rng(0).normal(size=(20, 4)); y = X @ [.1, .2, .3, .4]
w = np.ones(4) / 4
for i in range(200):
    e = X @ w - y
    loss = np.mean(e ** 2)
    g = 2 * X.T @ e / len(y)
    w = w * np.exp(-0.1 * g)
    w = w / w.sum()
    print(i, loss)
