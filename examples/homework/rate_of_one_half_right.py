# truth: right
# parameters: w right, b right
import numpy as np
x = np.array([0.2, 0.5, 0.9, 1.4])
y = 3 * x + 1
w, b = 0.0, 0.0
for t in range(100):
    e = w * x + b - y
    loss = (e ** 2).mean()
    w -= 0.5 * 2 * (e * x).mean()
    b -= 0.5 * 2 * e.mean()
    print(t, loss)
