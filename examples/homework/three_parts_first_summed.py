# truth: constant
# parameters: w constant
# mistake: summed
# -*- coding: utf-8 -*-
# 第一题 y = w*x
import numpy as np
import matplotlib.pyplot as plt

x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]

w = 1.0


def forward(x):
    return x * w


def cost(xs, ys):
    cost = 0
    for x, y in zip(xs, ys):
        y_pred = forward(x)
        cost += (y_pred - y) ** 2
    return cost / len(xs)


def gradient(xs, ys):
    grad = 0
    for x, y in zip(xs, ys):
        grad += 2 * x * (x * w - y)
    return grad


print('Predict (before training)', 4, forward(4))
cost_list = []
for epoch in range(100):
    cost_val = cost(x_data, y_data)
    grad_val = gradient(x_data, y_data)
    w -= 0.01 * grad_val
    cost_list.append(cost_val)
    print('Epoch:', epoch, 'w=', w, 'loss=', cost_val)
print('Predict (after training)', 4, forward(4))

# 第二题 y = w*x + b
w = 1.0
b = 1.0


def forward(x):
    return x * w + b


def loss(x, y):
    return (forward(x) - y) ** 2


def gradient(x, y):
    return 2 * x * (forward(x) - y), 2 * (forward(x) - y)


for epoch in range(100):
    for x, y in zip(x_data, y_data):
        gw, gb = gradient(x, y)
        w = w - 0.01 * gw
        b = b - 0.01 * gb
        l = loss(x, y)
    print('progress:', epoch, 'w=', w, 'b=', b, 'loss=', l)

# 第三题 y = w1*x^2 + w2*x + b
w1, w2, b = 1.0, 1.0, 1.0


def forward(x):
    return w1 * x * x + w2 * x + b


for epoch in range(100):
    for x, y in zip(x_data, y_data):
        e = forward(x) - y
        l = e ** 2
        w1 = w1 - 0.01 * 2 * e * x * x
        w2 = w2 - 0.01 * 2 * e * x
        b = b - 0.01 * 2 * e
    print('progress:', epoch, l)
plt.plot(cost_list)
plt.show()
