# truth: right
# parameters: w right, b right
import numpy as np

x = np.linspace(0, 1, 20)
y = 4 * x - 2
w = np.random.randn()
b = np.random.randn()
for i in range(1000):
    y_hat = w * x + b
    w_grad = np.mean((y_hat - y) * x)
    b_grad = np.mean(y_hat - y)
    w = w - 0.1 * w_grad
    b = b - 0.1 * b_grad
    if i % 100 == 0:
        print(f"step {i}: loss = {np.mean((y_hat - y) ** 2) / 2:.5f}, w = {w:.3f}")
