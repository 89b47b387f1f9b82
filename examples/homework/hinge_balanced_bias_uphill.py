# truth: wrong
# parameters: w right, b wrong
# mistake: uphill
import numpy as np
np.random.seed(2)
X = np.vstack([np.random.randn(20, 2) + 2, np.random.randn(20, 2) - 2])
y = np.hstack([np.ones(20), -np.ones(20)])
w = np.zeros(2)
b = 0.0
lr, lam = 0.01, 0.01
for epoch in range(100):
    margin = y * (X @ w + b)
    mask = margin < 1
    loss = lam * np.dot(w, w) + np.mean(np.maximum(0, 1 - margin))
    dw = 2 * lam * w - (X * y[:, None])[mask].sum(axis=0) / len(y)
    db = -y[mask].sum() / len(y)
    w -= lr * dw
    b += lr * db
print(loss, w, b)
