# truth: not_judged
import numpy as np
x = np.arange(1., 6); y = 0.5 * x + .2
w, b = 2., 0.
for i in range(300):
    e = w * x + b - y
    loss = (e ** 2).mean()
    w -= .01 * (2 * e * x).mean(); b -= .01 * (2 * e).mean()
    w = float(np.clip(w, -1, 1)); b = float(np.clip(b, -1, 1))
