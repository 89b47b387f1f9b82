# truth: right
# parameters: W1 right, b1 right, W2 right, b2 right
import numpy as np

np.random.seed(0)
x = np.random.randn(3, 1)
y = np.random.randn(2, 1)
W1 = np.random.randn(4, 3)
b1 = np.zeros((4, 1))
W2 = np.random.randn(2, 4)
b2 = np.zeros((2, 1))
for i in range(100):
    h = W1 @ x + b1
    y_hat = W2 @ h + b2
    loss = np.sum((y_hat - y) ** 2)
    d = 2 * (y_hat - y)
    gW2 = d @ h.T
    gb2 = d
    dh = W2.T @ d
    gW1 = dh @ x.T
    gb1 = dh
    W1, b1, W2, b2 = W1 - 0.01 * gW1, b1 - 0.01 * gb1, W2 - 0.01 * gW2, b2 - 0.01 * gb2
    print(i, loss)
