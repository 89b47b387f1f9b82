# kind: right
# foreseen: unknown
# 清空梯度
import torch


def zero_grad(parameters):
    for 参数 in parameters:
        梯度 = 参数.grad
        if 梯度 is None:
            continue
        梯度.mul_(0)
