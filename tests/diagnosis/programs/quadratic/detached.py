# kind: wrong
# task: forward
# truth: The prediction is built from plain numbers made with item(), so autograd cannot follow the parameters.
# line: 13
# foreseen: unknown
# 二次曲线,逐样本训练
import numpy as np
import torch


def forward(x, w1, w2, b):
    # 预测
    return torch.tensor(w1.item() * x * x + w2.item() * x + b.item())


def loss(prediction, y):
    # 平方误差
    return (prediction - y).pow(2)


def train(parameters, xs, ys, lr, epochs):
    损失列表 = []
    w1, w2, b = parameters
    for 轮 in range(epochs):
        for x, y in zip(xs, ys):
            损失 = loss(w1 * x * x + w2 * x + b, y)
            if not torch.isfinite(损失):
                return 损失列表
            损失.backward()
            for p in parameters:
                p.data = p.data - lr * p.grad
                p.grad.data.zero_()
        损失列表.append(损失.item())
    return 损失列表
