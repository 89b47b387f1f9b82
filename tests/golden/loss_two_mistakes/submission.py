# 第一次作业
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    loss = 0
    for p, t in zip(predictions, y):
        loss += squared_error(p, t)      # 求和
    return loss


def half_squared_error(outputs, targets):
    return np.sum((outputs - targets) ** 2)
