# truth: constant
# parameters: w constant, b constant
# mistake: rate_twice
import numpy as np
x = np.array([1., 2., 3., 4.])
y = 2 * x + 1
w = 0.; b = 0.
lr = 0.01
def gradient(x, y):
    y_pred = w * x + b
    dw = lr * np.mean(2 * (y_pred - y) * x)
    db = lr * np.mean(2 * (y_pred - y))
    return dw, db
for i in range(100):
    dw, db = gradient(x, y)
    w -= lr * dw
    b -= lr * db
    print(i, np.mean((w * x + b - y) ** 2))
