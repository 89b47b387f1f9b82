# kind: wrong
# task: train
# truth: the loss is called backward twice
# line: 27
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x ** 2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = loss(forward(x, w1, w2, b), y)
            if not torch.isfinite(l):
                return history
            l.backward(retain_graph=True)
            l.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad.zero_()
        history.append(l.item())
    return history
