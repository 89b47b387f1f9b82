# kind: right
# foreseen: unknown
# 手动求梯度
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    # 平方的导数
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    # 对 w 求偏导,得到 x
    return x


def gradient(w, b, x, y):
    误差 = dloss_dprediction(w * x + b, y)
    样本数 = len(x)
    对w的梯度 = sum(误差 * dprediction_dw(w, b, x)) / 样本数
    对b的梯度 = sum(误差) / 样本数
    return [对w的梯度, 对b的梯度]
