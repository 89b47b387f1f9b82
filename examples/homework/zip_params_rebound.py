# truth: wrong
# mistake: rebound
import numpy as np


def relu(z):
    return np.maximum(0, z)


np.random.seed(7)
X = np.random.randn(40, 4)
Y = np.random.randn(40, 2)
W1 = np.random.randn(4, 6) * 0.3
b1 = np.zeros((1, 6))
W2 = np.random.randn(6, 2) * 0.3
b2 = np.zeros((1, 2))
params = [W1, b1, W2, b2]
for epoch in range(300):
    Z1 = X.dot(W1) + b1
    A1 = relu(Z1)
    Yh = A1.dot(W2) + b2
    loss = ((Yh - Y) ** 2).sum() / len(X)
    dY = 2 * (Yh - Y) / len(X)
    dW2 = A1.T.dot(dY)
    db2 = dY.sum(0, keepdims=True)
    dZ1 = dY.dot(W2.T) * (Z1 > 0)
    dW1 = X.T.dot(dZ1)
    db1 = dZ1.sum(0, keepdims=True)
    for p, g in zip(params, [dW1, db1, dW2, db2]):
        p = p - 0.05 * g
    if epoch % 50 == 0:
        print("loss", loss)
