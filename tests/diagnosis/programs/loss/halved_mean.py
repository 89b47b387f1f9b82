# kind: wrong
# task: mean_squared_error
# truth: mean_squared_error returns half of the mean.
# line: 18
# foreseen: unknown
# 损失函数
import numpy as np


def squared_error(prediction, y):
    距离 = abs(prediction - y)
    return 距离**2


def mean_squared_error(predictions, y):
    # 每个样本的误差平方,再求平均
    m = len(y)
    return np.sum((predictions - y) ** 2) / (2 * m)


def half_squared_error(outputs, targets):
    k = len(outputs)
    # 均值乘以 k 就是总和
    return mean_squared_error(outputs, targets) * k / 2
