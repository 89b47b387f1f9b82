# kind: wrong
# task: train
# truth: Nothing stops the training when a loss is not finite, so inf and nan are noted to the end.
# line: 28
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            l = loss(forward(x, *parameters), y)
            l.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad.zero_()
        losses.append(l.item())
    return losses
