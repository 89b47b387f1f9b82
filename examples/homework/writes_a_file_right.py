# truth: right
# parameters: w right, b right
import numpy as np
x = np.array([1., 2., 3., 4.]); y = np.array([3., 5., 7.2, 8.8])
w = b = 0.
prev, cur, lr = 1e9, 1e8, 0.03
while abs(prev - cur) > 1e-7:
    prev = cur
    h = w * x + b
    cur = ((h - y) ** 2).sum() / (2 * len(x))
    w, b = w - lr * ((h - y) * x).mean(), b - lr * (h - y).mean()
with open('line.txt', 'w') as kept:
    kept.write(f'{w} {b} {cur}')
