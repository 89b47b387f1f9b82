# truth: wrong
# parameters: W1 wrong, W2 right
# mistake: transposed
import numpy as np

np.random.seed(2)
x = np.random.randn(3, 1)
y = np.random.randn(3, 1)
W1 = np.random.randn(3, 3)
W2 = np.random.randn(3, 3)
lr = 0.01
for i in range(100):
    h = np.tanh(W1 @ x)
    out = W2 @ h
    loss = np.sum((out - y) ** 2)
    d = 2 * (out - y)
    dW2 = d @ h.T
    dh = (W2.T @ d) * (1 - h ** 2)
    dW1 = (dh @ x.T).T
    W1 = W1 - lr * dW1
    W2 = W2 - lr * dW2
print(loss)
