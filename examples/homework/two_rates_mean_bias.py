# truth: wrong
# parameters: b wrong, w right
# mistake: averaged_twice
import numpy as np
def train(X, y, lr=0.05, n=200):
    w = np.zeros((X.shape[1], 1))
    b = 0.0
    m = len(y)
    losses = []
    for i in range(n):
        y_hat = X @ w + b
        err = y_hat - y
        losses.append(float((err ** 2).mean()))
        w = w - lr * 2 / m * X.T @ err
        b = b - lr * 2 / m * err.mean()
    return w, b, losses
np.random.seed(0)
X = np.random.rand(25, 2)
y = X @ np.array([[1.5], [-2.0]]) + 0.3
w, b, losses = train(X, y)
print(w, b, losses[-1])
