# truth: right
# parameters: w right, b right
import numpy as np
np.random.seed(3)
X = np.random.randn(50, 2)
Y = (X[:, 0] + X[:, 1] > 0).astype(float)
def sigmoid(z):
    return np.clip(1 / (1.0 + np.exp(-z)), 1e-8, 1 - 1e-8)
w = np.zeros(2)
b = 0.0
beta1, beta2, eps, lr = 0.9, 0.999, 1e-8, 0.01
mw = np.zeros(2); vw = np.zeros(2); mb = 0; vb = 0
for t in range(1, 301):
    p = sigmoid(X @ w + b)
    loss = -np.mean(Y * np.log(p) + (1 - Y) * np.log(1 - p))
    gw = X.T @ (p - Y) / len(Y)
    gb = np.mean(p - Y)
    mw = beta1 * mw + (1 - beta1) * gw
    vw = beta2 * vw + (1 - beta2) * gw ** 2
    mb = beta1 * mb + (1 - beta1) * gb
    vb = beta2 * vb + (1 - beta2) * gb ** 2
    w -= lr * (mw / (1 - beta1 ** t)) / (np.sqrt(vw / (1 - beta2 ** t)) + eps)
    b -= lr * (mb / (1 - beta1 ** t)) / (np.sqrt(vb / (1 - beta2 ** t)) + eps)
    if t % 50 == 0:
        print(t, loss)
