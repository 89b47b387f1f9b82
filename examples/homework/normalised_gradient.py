# truth: not_judged
# parameters: 
import numpy as np
rng = np.random.RandomState(0)
x = rng.rand(40) * 3
y = 2.4 * x - 0.7 + 0.1 * rng.randn(40)
w, b = 0.1, 0.2
lr = 0.05
n = len(x)

for it in range(100):
    e = w * x + b - y
    loss = np.mean(e ** 2)
    g = np.array([2 * np.mean(e * x), 2 * np.mean(e)])
    g = g / np.linalg.norm(g)
    w -= lr * g[0]
    b -= lr * g[1]
    print(it, loss)
