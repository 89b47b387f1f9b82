# truth: wrong
# parameters: w wrong
# mistake: parameter_extra
# 三种梯度下降的比较
import numpy as np
import random

x = [1.0, 2.0, 3.0, 4.0, 5.0]
y = [2.0, 4.0, 6.0, 8.0, 10.0]


def cost(xs, ys, w):
    c = 0
    for a, t in zip(xs, ys):
        c += (a * w - t) ** 2
    return c / len(xs)


# 批量梯度下降
w = 0.5
for epoch in range(100):
    g = 0
    for a, t in zip(x, y):
        g += 2 * w * (a * w - t)
    w -= 0.01 * g / len(x)
    print("BGD:", epoch, w, cost(x, y, w))

# 随机梯度下降
w = 0.5
for epoch in range(100):
    i = random.randrange(len(x))
    w -= 0.01 * 2 * x[i] * (x[i] * w - y[i])
    print("SGD:", epoch, w, cost(x, y, w))

# 小批量
w = 0.5
batch = 2
for epoch in range(100):
    for k in range(0, len(x), batch):
        xb, yb = x[k:k + batch], y[k:k + batch]
        g = sum(2 * a * (a * w - t) for a, t in zip(xb, yb)) / len(xb)
        w -= 0.01 * g
    print("MBGD:", epoch, w, cost(x, y, w))
