# kind: wrong
# task: train
# truth: The error is worked out anew after each parameter's step, so w2 and b use a prediction at parameters already moved.
# line: 28
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            with torch.no_grad():
                e = loss(forward(x, w1, w2, b), y)
                if not torch.isfinite(e):
                    return losses
                w1 -= lr * 2 * (forward(x, w1, w2, b) - y) * x**2
                w2 -= lr * 2 * (forward(x, w1, w2, b) - y) * x
                b -= lr * 2 * (forward(x, w1, w2, b) - y)
        losses.append(e.item())
    return losses
