# kind: wrong
# task: forward
# truth: power three for square
# line: 11
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x * x * x + w2 * x + b


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
            l.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad = None
        history.append(l.item())
    return history
