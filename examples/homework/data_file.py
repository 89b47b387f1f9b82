# truth: not_judged
import numpy as np

data = np.loadtxt("data.csv", delimiter=",")
x, y = data[:, 0], data[:, 1]
w, b = 0.0, 0.0
for i in range(100):
    pred = w * x + b
    loss = np.mean((pred - y) ** 2)
    w -= 0.01 * np.mean(2 * (pred - y) * x)
    b -= 0.01 * np.mean(2 * (pred - y))
