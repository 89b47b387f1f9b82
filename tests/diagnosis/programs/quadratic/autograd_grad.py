# kind: right
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
            if not math.isfinite(last):
                return losses
            slopes = torch.autograd.grad(value, parameters)
            with torch.no_grad():
                for p, s in zip(parameters, slopes):
                    p.sub_(lr * s)
        losses.append(last)
    return losses
