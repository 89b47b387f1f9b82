# truth: right
# parameters: w right
import numpy as np
x = np.array([1.0, 2.0, 3.0, 4.0])
y = np.array([2.2, 3.9, 6.1, 8.3])
w = 0.7
for k in range(100):
    pred = w * x
    mae = np.abs(pred - y).mean()
    grad = (np.sign(pred - y) * x).mean()
    w -= 0.01 * grad
    print(k, mae)
