# kind: right
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return (w1 * x + w2) * x + b


def loss(prediction, y):
    return torch.square(prediction - y)


def train(parameters, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        last = None
        for x, y in zip(xs, ys):
            with torch.no_grad():
                error = forward(x, *parameters) - y
                last = loss(forward(x, *parameters), y)
                if not torch.isfinite(last).item():
                    return history
                for p, factor in zip(parameters, (x * x, x, 1)):
                    p.sub_(lr * 2 * error * factor)
        history.append(float(last))
    return history
