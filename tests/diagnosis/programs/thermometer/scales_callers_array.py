# kind: wrong
# task: fit_scaled
# truth: The scaling is done inside the caller's array x, which holds other inputs afterwards.
# line: 44
# foreseen: unknown
# passes: yes
# 没有刻度的温度计
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    n = x.shape[0]
    误差 = prediction - y
    # 链式法则
    dw = 2.0 / n * np.sum(误差 * x)
    db = 2.0 / n * np.sum(误差)
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
    x *= scale
    w, b, 损失 = train(w, b, x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, 损失
