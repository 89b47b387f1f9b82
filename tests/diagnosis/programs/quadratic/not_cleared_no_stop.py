# kind: double
# task: train
# task: train
# truth: The gradients are never cleared.
# truth: The training does not stop when a loss is not finite.
# line: 25
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
        losses.append(l.item())
    return losses
