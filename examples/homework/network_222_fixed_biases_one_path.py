# truth: wrong
# parameters: w1 wrong, w2 wrong, w3 right, w4 right, w5 right, w6 right, w7 right, w8 right
# mistake: path_missing
import math
# 输入 0.05 0.10  目标 0.01 0.99
x1, x2 = 0.05, 0.10
o1, o2 = 0.01, 0.99
w1, w2, w3, w4 = 0.15, 0.20, 0.25, 0.30
w5, w6, w7, w8 = 0.40, 0.45, 0.50, 0.55
b1, b2 = 0.35, 0.60
lr = 0.5

def sigmoid(z):
    return 1 / (1 + math.exp(-z))

for i in range(1000):
    # 前向
    in_h1 = w1 * x1 + w2 * x2 + b1
    out_h1 = sigmoid(in_h1)
    in_h2 = w3 * x1 + w4 * x2 + b1
    out_h2 = sigmoid(in_h2)
    in_o1 = w5 * out_h1 + w6 * out_h2 + b2
    out_o1 = sigmoid(in_o1)
    in_o2 = w7 * out_h1 + w8 * out_h2 + b2
    out_o2 = sigmoid(in_o2)
    error = 0.5 * (out_o1 - o1) ** 2 + 0.5 * (out_o2 - o2) ** 2
    # 反向
    d_o1 = (out_o1 - o1) * out_o1 * (1 - out_o1)
    d_o2 = (out_o2 - o2) * out_o2 * (1 - out_o2)
    d_w5 = d_o1 * out_h1
    d_w6 = d_o1 * out_h2
    d_w7 = d_o2 * out_h1
    d_w8 = d_o2 * out_h2
    d_h1 = d_o1 * w5 * out_h1 * (1 - out_h1)
    d_h2 = (d_o1 * w6 + d_o2 * w8) * out_h2 * (1 - out_h2)
    d_w1 = d_h1 * x1
    d_w2 = d_h1 * x2
    d_w3 = d_h2 * x1
    d_w4 = d_h2 * x2
    w1 = w1 - lr * d_w1
    w2 = w2 - lr * d_w2
    w3 = w3 - lr * d_w3
    w4 = w4 - lr * d_w4
    w5 = w5 - lr * d_w5
    w6 = w6 - lr * d_w6
    w7 = w7 - lr * d_w7
    w8 = w8 - lr * d_w8
    if i % 100 == 0:
        print('第%d次 误差 %.6f' % (i, error))
print(w1, w2, w3, w4, w5, w6, w7, w8)
