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
    loss = round(float(np.mean(e ** 2)), 3)
    w -= lr * 2 * np.mean(e * x)
    b -= lr * 2 * np.mean(e)
    print('loss', loss)
