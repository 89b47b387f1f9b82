# kind: wrong
# task: forward
# truth: The term w2·x is missing.
# line: 11
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x**2 + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            w1, w2, b = parameters
            l = loss(w1 * x**2 + w2 * x + b, y)
            if not torch.isfinite(l):
                return losses
            l.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad.zero_()
        losses.append(l.item())
    return losses
