# truth: wrong
# parameters: w wrong, b right
# mistake: summed
import numpy as np

np.random.seed(1)
X = np.random.rand(20)
Y = 3 * X + 2 + np.random.randn(20) * 0.1
w = np.random.randn()
b = np.random.randn()
lr = 0.05
n = len(X)
losses = []
for epoch in range(300):
    pred = w * X + b
    loss = np.sum((pred - Y) ** 2) / n
    losses.append(loss)
    grad_w = np.sum(2 * (pred - Y) * X)
    grad_b = np.sum(2 * (pred - Y)) / n
    w -= lr * grad_w
    b -= lr * grad_b
print(w, b, losses[-1])
