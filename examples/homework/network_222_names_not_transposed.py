# truth: wrong
# parameters: w1 right, w2 wrong, w3 right, w4 wrong, w5 right, w6 right, w7 right, w8 right
# mistake: back_not_transposed
import math


def sigmoid(x):
    return 1.0 / (1.0 + math.exp(-x))


def train(x1, x2, y1, y2, w1, w2, w3, w4, w5, w6, w7, w8, lr=1.0, steps=100):
    for step in range(steps):
        in_h1 = w1 * x1 + w3 * x2
        out_h1 = sigmoid(in_h1)
        in_h2 = w2 * x1 + w4 * x2
        out_h2 = sigmoid(in_h2)
        in_o1 = w5 * out_h1 + w7 * out_h2
        out_o1 = sigmoid(in_o1)
        in_o2 = w6 * out_h1 + w8 * out_h2
        out_o2 = sigmoid(in_o2)
        error = (1 / 2) * (out_o1 - y1) ** 2 + (1 / 2) * (out_o2 - y2) ** 2
        d_o1 = out_o1 - y1
        d_o2 = out_o2 - y2
        d_w5 = d_o1 * out_o1 * (1 - out_o1) * out_h1
        d_w7 = d_o1 * out_o1 * (1 - out_o1) * out_h2
        d_w6 = d_o2 * out_o2 * (1 - out_o2) * out_h1
        d_w8 = d_o2 * out_o2 * (1 - out_o2) * out_h2
        d_h1 = d_o1 * out_o1 * (1 - out_o1) * w5 + d_o2 * out_o2 * (1 - out_o2) * w6
        d_h2 = d_o1 * out_o1 * (1 - out_o1) * w6 + d_o2 * out_o2 * (1 - out_o2) * w8
        d_w1 = d_h1 * out_h1 * (1 - out_h1) * x1
        d_w3 = d_h1 * out_h1 * (1 - out_h1) * x2
        d_w2 = d_h2 * out_h2 * (1 - out_h2) * x1
        d_w4 = d_h2 * out_h2 * (1 - out_h2) * x2
        w1 -= lr * d_w1
        w2 -= lr * d_w2
        w3 -= lr * d_w3
        w4 -= lr * d_w4
        w5 -= lr * d_w5
        w6 -= lr * d_w6
        w7 -= lr * d_w7
        w8 -= lr * d_w8
        print("第%d轮 误差: %.6f" % (step, error))
    return w1, w2, w3, w4, w5, w6, w7, w8


if __name__ == "__main__":
    print("输入值 x0, x1:", 0.5, 0.3)
    ws = train(0.5, 0.3, 0.23, -0.07, 0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8)
    print("更新后的权值", [round(w, 2) for w in ws])
