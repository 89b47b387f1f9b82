# kind: double
# task: loss
# task: train
# truth: the squares are not halved for the second output
# truth: the weights are moved up the slope, plus in place of minus
# line: 39
# line: 71
# foreseen: unknown
import numpy as np


def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    # 激活函数
    a = 1 + np.exp(-z)
    return 1 / a


def forward(w, x):
    # 前向传播
    net_h1 = w[0] * x[0] + w[2] * x[1]
    net_h2 = w[1] * x[0] + w[3] * x[1]
    out_h1 = sigmoid(net_h1)
    out_h2 = sigmoid(net_h2)
    net_o1 = w[4] * out_h1 + w[6] * out_h2
    net_o2 = w[5] * out_h1 + w[7] * out_h2
    out_o1 = sigmoid(net_o1)
    out_o2 = sigmoid(net_o2)
    return np.array([out_h1, out_h2]), np.array([out_o1, out_o2])


def loss(o, y):
    # 损失
    l1 = (o[0] - y[0]) ** 2 / 2
    l2 = (o[1] - y[1]) ** 2
    return l1 + l2


def gradient(w, x, y, h, o):
    # 反向传播
    w5, w6, w7, w8 = w[4], w[5], w[6], w[7]
    out_h1, out_h2 = h
    out_o1, out_o2 = o
    d_o1 = out_o1 - y[0]
    d_o2 = out_o2 - y[1]
    d_w5 = d_o1 * out_o1 * (1 - out_o1) * out_h1
    d_w7 = d_o1 * out_o1 * (1 - out_o1) * out_h2
    d_w6 = d_o2 * out_o2 * (1 - out_o2) * out_h1
    d_w8 = d_o2 * out_o2 * (1 - out_o2) * out_h2
    d_h1 = d_o1 * out_o1 * (1 - out_o1) * w5 + d_o2 * out_o2 * (1 - out_o2) * w6
    d_h2 = d_o1 * out_o1 * (1 - out_o1) * w7 + d_o2 * out_o2 * (1 - out_o2) * w8
    d_w1 = d_h1 * out_h1 * (1 - out_h1) * x[0]
    d_w3 = d_h1 * out_h1 * (1 - out_h1) * x[1]
    d_w2 = d_h2 * out_h2 * (1 - out_h2) * x[0]
    d_w4 = d_h2 * out_h2 * (1 - out_h2) * x[1]
    return np.array([d_w1, d_w2, d_w3, d_w4, d_w5, d_w6, d_w7, d_w8])


def train(w, x, y, step, rounds):
    # 训练
    history = []
    weights = w.copy()
    for epoch in range(rounds):
        h, o = forward(weights, x)
        l = loss(o, y)
        history.append(l)
        weights = weights + step * gradient(weights, x, y, h, o)
    return weights, history
