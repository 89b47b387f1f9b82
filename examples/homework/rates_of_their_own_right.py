# truth: right
# parameters: w right, b right
import numpy as np
rng = np.random.RandomState(0)
x = rng.rand(40) * 3
y = 2.4 * x - 0.7 + 0.1 * rng.randn(40)
w, b = 0.1, 0.2
lr = 0.05
n = len(x)

lr_w, lr_b = 0.01, 0.1
for it in range(100):
    e = w * x + b - y
    loss = np.mean(e ** 2)
    w -= lr_w * 2 * np.mean(e * x)
    b -= lr_b * 2 * np.mean(e)
