# kind: right
# foreseen: unknown
# 数值梯度
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    # 中心差分
    右 = f(v + delta)
    左 = f(v - delta)
    return (右 - 左) / (2.0 * delta)


def gradient(w, b, x, y, delta):
    # 求 w 的斜率时 b 不动,反之亦然
    对w = central_difference(lambda 值: loss(值, b, x, y), w, delta)
    对b = central_difference(lambda 值: loss(w, 值, x, y), b, delta)
    return 对w, 对b


def step(w, b, dw, db, lr):
    新w = w - lr * dw
    新b = b - lr * db
    return 新w, 新b


def step_of_the_notes(w, b, x, y, delta, lr):
    # 先更新 w,再用新的 w 求 b 的斜率
    对w, _ = gradient(w, b, x, y, delta)
    w, _ = step(w, b, 对w, 0, lr)
    _, 对b = gradient(w, b, x, y, delta)
    _, b = step(w, b, 0, 对b, lr)
    return w, b
