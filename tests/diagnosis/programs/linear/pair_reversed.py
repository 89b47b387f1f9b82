# kind: wrong
# task: learn
# truth: The pair is returned in the wrong order, slope before loss.
# line: 24
# foreseen: unknown
# 线性模型
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    l = loss(forward(x, w), y)
    l.backward()
    损失值, 斜率 = l.item(), w.grad.item()
    w.data = w.data - lr * w.grad.data
    w.grad.data.zero_()
    return 斜率, 损失值


def train(w, xs, ys, lr, epochs):
    历史 = []
    for 轮 in range(epochs):
        for x, y in zip(xs, ys):
            斜率, 损失值 = learn(w, x, y, lr)
        历史.append(损失值)
    return 历史


def epochs_needed(history, goal):
    轮 = 0
    while 轮 < len(history):
        if history[轮] <= goal:
            return 轮 + 1
        轮 += 1
    return 0
