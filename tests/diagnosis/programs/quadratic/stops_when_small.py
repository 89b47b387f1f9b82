# kind: wrong
# task: train
# truth: The training also stops as soon as a loss is below 0.01.
# line: 25
# foreseen: unknown
import math
import torch


def forward(x, w1, w2, b):
    return w2 * x + b + w1 * x ** 2


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    losses = []
    for _ in range(epochs):
        last = None
        for x, y in zip(xs, ys):
            value = loss(forward(x, *parameters), y)
            last = value.item()
            if not math.isfinite(last) or last < 0.01:
                return losses
            slopes = torch.autograd.grad(value, parameters)
            with torch.no_grad():
                for p, s in zip(parameters, slopes):
                    p.sub_(lr * s)
        losses.append(last)
    return losses
