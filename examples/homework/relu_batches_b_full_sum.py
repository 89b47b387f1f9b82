# truth: wrong
# parameters: W1 right, b1 wrong, W2 right, b2 right
import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(60, 4))
Y = np.maximum(X[:, :1], 0) - X[:, 1:2]
W1 = rng.normal(size=(4, 6)) * 0.5
b1 = np.zeros((1, 6))
W2 = rng.normal(size=(6, 1)) * 0.5
b2 = np.zeros((1, 1))
lr = 0.02
batch = 12
for epoch in range(30):
    order = np.random.permutation(len(X))
    for k in range(0, len(X), batch):
        xb, yb = X[order[k:k + batch]], Y[order[k:k + batch]]
        z1 = xb @ W1 + b1
        a1 = np.maximum(0, z1)
        out = a1 @ W2 + b2
        loss = np.mean((out - yb) ** 2)
        dout = 2 * (out - yb) / len(xb)
        dW2 = a1.T @ dout
        db2 = dout.sum(axis=0, keepdims=True)
        da1 = dout @ W2.T
        dz1 = da1 * (z1 > 0)
        dW1 = xb.T @ dz1
        db1 = np.sum(dz1)
        W1 -= lr * dW1
        b1 -= lr * db1
        W2 -= lr * dW2
        b2 -= lr * db2
    print(epoch, loss)
