# truth: right
# parameters: b right, w right
import numpy as np


def make_trainer(xs, ys, lr):
    w = np.random.rand()
    b = np.random.rand()

    def cost():
        return np.mean((w * xs + b - ys) ** 2)

    def step():
        nonlocal w, b
        e = w * xs + b - ys
        dw = 2 * np.mean(e * xs)
        db = 2 * np.mean(e)
        w -= lr * dw
        b -= lr * db

    return step, cost, lambda: (w, b)


xs = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
ys = 5 - 2 * xs
step, cost, params = make_trainer(xs, ys, 0.05)
for i in range(200):
    step()
    if i % 20 == 0:
        print(i, cost(), params())
print(params())
