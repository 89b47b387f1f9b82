# truth: not_judged
import numpy as np
x = np.arange(1.0, 6); y = 0.5 * x + 0.2
w, b, lr = 2.0, 0.0, 0.01
for i in range(200):
    e = w * x + b - y
    loss = (e ** 2).mean()
    gw, gb = (2 * e * x).mean(), (2 * e).mean()
    w = np.clip(w - lr * gw, 0, 1)
    b = max(b - lr * gb, 0.0)
    print(loss)
