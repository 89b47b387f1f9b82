# truth: right
# parameters: w right, b right
import numpy as np
rng = np.random.RandomState(0)
x = rng.rand(40) * 3
y = 2.4 * x - 0.7 + 0.1 * rng.randn(40)
w, b = 0.1, 0.2
lr = 0.05
n = len(x)

xv, yv = x[30:], y[30:]
x, y = x[:30], y[:30]
for it in range(100):
    e = w * x + b - y
    w -= lr * 2 * np.mean(e * x)
    b -= lr * 2 * np.mean(e)
    val_loss = np.mean((w * xv + b - yv) ** 2)
    print('val loss', val_loss)
