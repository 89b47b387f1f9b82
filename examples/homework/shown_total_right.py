# truth: right
# parameters: w right, b right
import numpy as np
rng = np.random.RandomState(0)
x = rng.rand(40) * 3
y = 2.4 * x - 0.7 + 0.1 * rng.randn(40)
w, b = 0.1, 0.2
lr = 0.05
n = len(x)

for it in range(100):
    total_loss = 0
    dw = db = 0
    for i in range(n):
        e = w * x[i] + b - y[i]
        total_loss += e ** 2
        dw += 2 * e * x[i] / n
        db += 2 * e / n
    w -= lr * dw
    b -= lr * db
    print(it, 'total loss', total_loss)
