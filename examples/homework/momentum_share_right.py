# truth: right
# parameters: w right
import numpy as np
rng = np.random.default_rng(0)
X = rng.normal(size=(40, 3))
y = X @ np.array([1., -2., .5])
w = np.zeros(3)
m = np.zeros(3)
beta, lr = 0.9, 0.05
for it in range(300):
    e = X @ w - y
    loss = (e ** 2).mean()
    g = 2 * X.T @ e / len(y)
    m = beta * m + (1 - beta) * g
    w -= lr * m
    if it % 30 == 0: print(it, loss)
