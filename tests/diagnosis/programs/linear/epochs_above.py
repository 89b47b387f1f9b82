# kind: wrong
# task: epochs_needed
# truth: If no epoch reaches the goal the length of the history is returned instead of 0.
# line: 41
# foreseen: unknown
# 线性模型
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    l = loss(forward(x, w), y)
    l.backward()                      # 反向传播
    损失值, 斜率 = l.item(), w.grad.item()
    w.data = w.data - lr * w.grad.data  # 更新权重
    w.grad.data.zero_()               # 梯度清零
    return 损失值, 斜率


def train(w, xs, ys, lr, epochs):
    历史 = []
    for 轮 in range(epochs):
        for x, y in zip(xs, ys):
            损失值, 斜率 = learn(w, x, y, lr)
            # print("grad:", x, y, 斜率)
        历史.append(损失值)
    return 历史


def epochs_needed(history, goal):
    for 轮, 值 in enumerate(history):
        if 值 <= goal:
            return 轮 + 1
    return len(history)
