# truth: right
# parameters: w right, b right
import numpy as np
rng = np.random.RandomState(0)
x = rng.rand(40) * 3
y = 2.4 * x - 0.7 + 0.1 * rng.randn(40)
w, b = 0.1, 0.2
lr = 0.05
n = len(x)

import random
hist = []
for it in range(500):
    i = random.randint(0, n - 1)
    p = w * x[i] + b
    gw, gb = 2 * (p - y[i]) * x[i], 2 * (p - y[i])
    w -= lr * gw
    b -= lr * gb
    loss = np.mean((w * x + b - y) ** 2)
    hist.append(loss)
