# truth: not_judged
import numpy as np
x = np.arange(1., 6); y = 3 * x - 1
w = b = 0.
for i in range(500):  # coordinate descent: first w, then b
    loss = np.mean((w * x + b - y) ** 2)
    w -= .01 * np.mean(2 * (w * x + b - y) * x)
    b -= .01 * np.mean(2 * (w * x + b - y))
print(w, b, loss)
