# kind: wrong
# task: train
# truth: uses momentum
# line: 19
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x ** 2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    opt = torch.optim.SGD(parameters, lr=lr, momentum=0.9)
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            opt.zero_grad()
            l = loss(forward(x, *parameters), y)
            if not torch.isfinite(l):
                return history
            l.backward()
            opt.step()
        history.append(l.item())
    opt.zero_grad()
    return history
