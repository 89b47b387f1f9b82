# truth: right
# parameters: W1 right, b1 right, W2 right, b2 right
import numpy as np
rs = np.random.RandomState(2)
def sigmoid(z): return 1 / (1 + np.exp(-z))
X = rs.rand(2, 25)
Y = (X[0:1] + X[1:2] > 1).astype(float)
W1, b1 = rs.randn(4, 2), np.zeros((4, 1))
W2, b2 = rs.randn(1, 4), np.zeros((1, 1))
m = X.shape[1]
for i in range(1000):
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    cost = -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1 ** 2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    W1 -= 0.5 * dW1
    b1 -= 0.5 * db1
    W2 -= 0.5 * dW2
    b2 -= 0.5 * db2
    if i % 100 == 0: print("Cost after", i, cost)
