# truth: right
# parameters: w right
import numpy as np
rng = np.random.default_rng(0)
X = rng.normal(size=(40, 3))
y = X @ np.array([1., -2., .5])
w = np.zeros(3)
s = np.zeros(3)
for it in range(300):
    e = X @ w - y
    loss = (e ** 2).mean()
    g = 2 * X.T @ e / len(y)
    s = 0.9 * s + 0.1 * g * g
    w -= 0.01 * g / (np.sqrt(s) + 1e-8)
    if it % 30 == 0: print(it, loss)
