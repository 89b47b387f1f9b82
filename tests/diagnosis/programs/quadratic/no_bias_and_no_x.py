# kind: double
# task: forward
# task: train
# truth: The bias is missing.
# truth: The slope for w2 lacks the factor x.
# line: 13
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            with torch.no_grad():
                p = w1 * x**2 + w2 * x + b
                e = (p - y) ** 2
                if not torch.isfinite(e):
                    return losses
                d = 2 * (p - y)
                w1 -= lr * d * x**2
                w2 -= lr * d
                b -= lr * d
        losses.append(e.item())
    return losses
