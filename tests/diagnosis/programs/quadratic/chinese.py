# kind: right
# foreseen: unknown
# 二次曲线,逐样本训练
import numpy as np
import torch


def forward(x, w1, w2, b):
    # 预测
    return w1 * (x * x) + w2 * x + b


def loss(prediction, y):
    # 平方误差
    return (prediction - y).pow(2)


def train(parameters, xs, ys, lr, epochs):
    损失列表 = []
    for 轮 in range(epochs):
        for x, y in zip(xs, ys):
            损失 = loss(forward(x, parameters[0], parameters[1], parameters[2]), y)
            # 出现 inf 或 nan 就停止
            if not torch.isfinite(损失):
                return 损失列表
            损失.backward()
            for p in parameters:
                p.data = p.data - lr * p.grad
                p.grad.data.zero_()
        损失列表.append(损失.item())
    return 损失列表
