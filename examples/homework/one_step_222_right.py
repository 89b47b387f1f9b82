# truth: right
# parameters: w1 right, w2 right, w3 right, w4 right, w5 right, w6 right, w7 right, w8 right
# 只更新一步
import math

x1, x2 = 0.5, 0.3
y1, y2 = 0.23, -0.07
w1, w2, w3, w4, w5, w6, w7, w8 = 0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8
sig = lambda z: 1 / (1 + math.exp(-z))
h1 = sig(w1 * x1 + w3 * x2)
h2 = sig(w2 * x1 + w4 * x2)
o1 = sig(w5 * h1 + w7 * h2)
o2 = sig(w6 * h1 + w8 * h2)
print("正向计算:", h1, h2, o1, o2)
mse = 0.5 * (o1 - y1) ** 2 + 0.5 * (o2 - y2) ** 2
print("损失函数:", mse)
d1 = (o1 - y1) * o1 * (1 - o1)
d2 = (o2 - y2) * o2 * (1 - o2)
g5, g7, g6, g8 = d1 * h1, d1 * h2, d2 * h1, d2 * h2
e1 = (d1 * w5 + d2 * w6) * h1 * (1 - h1)
e2 = (d1 * w7 + d2 * w8) * h2 * (1 - h2)
g1, g3, g2, g4 = e1 * x1, e1 * x2, e2 * x1, e2 * x2
lr = 1
w1 = w1 - lr * g1
w2 = w2 - lr * g2
w3 = w3 - lr * g3
w4 = w4 - lr * g4
w5 = w5 - lr * g5
w6 = w6 - lr * g6
w7 = w7 - lr * g7
w8 = w8 - lr * g8
print("更新后的权值:", w1, w2, w3, w4, w5, w6, w7, w8)
