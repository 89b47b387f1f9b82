# kind: double
# task: loss
# task: train
# truth: absolute error
# truth: a loss is noted for every sample
# line: 18
# line: 34
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x ** 2 + w2 * x + b


def loss(prediction, y):
    return torch.abs(prediction - y)


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (forward(x, w1, w2, b) - y) ** 2
            if not torch.isfinite(l):
                return history
            l.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad = None
            history.append(l.item())
    return history
