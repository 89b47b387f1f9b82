# kind: wrong
# task: gradient
# truth: The slopes are summed over the samples instead of averaged.
# line: 16
# foreseen: unknown
# 没有刻度的温度计
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    误差 = prediction - y
    dw = 2.0 * np.sum(误差 * x)
    db = 2.0 * np.sum(误差)
    return dw, db


def train(w, b, x, y, lr, epochs):
    损失 = []
    for 轮 in range(1, epochs + 1):
        预测 = w * x + b
        当前 = loss(预测, y)
        if np.isnan(当前) or np.isinf(当前):
            break
        损失.append(float(当前))
        dw, db = gradient(x, y, 预测)
        w, b = w - lr * dw, b - lr * db
        # print('Epoch %d, Loss %f' % (轮, 当前))
    return w, b, 损失


def in_original_units(w, b, scale):
    # w·(scale·x) + b = (w·scale)·x + b
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, 损失 = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, 损失
