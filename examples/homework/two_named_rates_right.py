# truth: right
# parameters: w right, b right
import numpy as np
x = np.array([0.2, 0.9, 1.7, 2.4, 3.3])
y = np.array([0.1, 1.2, 2.1, 3.2, 4.0])
w, b = 0.0, 0.0
lr_w, lr_b = 0.01, 0.05
for i in range(300):
    y_pred = w * x + b
    diff = y_pred - y
    w = w - lr_w * 2 * np.mean(diff * x)
    b = b - lr_b * 2 * np.mean(diff)
print(w, b)
