# truth: right
# parameters: theta right
import numpy as np

np.random.seed(7)
X = np.c_[np.ones(60), np.random.rand(60, 2)]
y = X @ np.array([1.0, 2.0, -1.0])
theta = np.zeros(3)
lr0 = 0.1
for epoch in range(30):
    order = np.random.permutation(60)
    lr = lr0 / (1 + 0.01 * epoch)
    for start in range(0, 60, 10):
        rows = order[start:start + 10]
        xb, yb = X[rows], y[rows]
        error = xb @ theta - yb
        loss = (error ** 2).mean() / 2
        theta = theta - lr * xb.T @ error / 10
    print(epoch, loss)
