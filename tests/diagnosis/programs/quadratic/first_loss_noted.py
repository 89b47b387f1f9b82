# kind: wrong
# task: train
# truth: The loss of each epoch's first sample is noted instead of that of its last.
# line: 27 or 21
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
        first = None
        for x, y in zip(xs, ys):
            value = loss(forward(x, *parameters), y)
            if not math.isfinite(value.item()):
                return losses
            if first is None:
                first = value.item()
            slopes = torch.autograd.grad(value, parameters)
            with torch.no_grad():
                for p, s in zip(parameters, slopes):
                    p.sub_(lr * s)
        losses.append(first)
    return losses
