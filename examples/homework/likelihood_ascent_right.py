# truth: right
# parameters: w right
import numpy as np
r = np.random.default_rng(0); X = r.normal(size=(30, 2)); y = (X[:, 0] > 0) * 1.
w = np.zeros(2)
for i in range(100):
    p = 1 / (1 + np.exp(-X @ w))
    ll = np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    w += .5 * X.T @ (y - p) / 30
    print("log-likelihood", ll)
