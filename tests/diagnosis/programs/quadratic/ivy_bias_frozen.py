# kind: wrong
# task: train
# truth: the bias never moves
# line: 27
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x ** 2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = loss(forward(x, *parameters), y)
            if not torch.isfinite(l):
                return history
            l.backward()
            with torch.no_grad():
                for p in parameters[:-1]:
                    p -= lr * p.grad
                for p in parameters:
                    p.grad.zero_()
        history.append(l.item())
    return history
