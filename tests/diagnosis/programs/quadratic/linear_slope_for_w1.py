# kind: wrong
# task: train
# truth: The slope for w1 uses x instead of x².
# line: 30
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    # slopes by hand
    w1, w2, b = parameters
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            with torch.no_grad():
                p = forward(x, w1, w2, b)
                e = loss(p, y)
                if not torch.isfinite(e):
                    return losses
                d = 2 * (p - y)
                w1 -= lr * d * x
                w2 -= lr * d * x
                b -= lr * d
        losses.append(e.item())
    return losses
