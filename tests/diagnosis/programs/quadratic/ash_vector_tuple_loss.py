# kind: odd
# task: loss
# truth: A list with the error is returned.
# line: 19
# foreseen: no
import numpy as np
import torch


def merkmale(x):
    return [x * x, x, 1.0]


def forward(x, w1, w2, b):
    return sum(p * m for p, m in zip((w1, w2, b), merkmale(x)))


def loss(prediction, y):
    return [prediction - y, 2]


def train(parameters, xs, ys, lr, epochs):
    verlauf = []
    try:
        for _ in range(epochs):
            for x, y in zip(xs, ys):
                l = loss(forward(x, *parameters), y)
                if not torch.isfinite(l):
                    raise StopIteration
                gs = torch.autograd.grad(l, parameters)
                with torch.no_grad():
                    for p, g in zip(parameters, gs):
                        p -= lr * g
            verlauf.append(l.item())
    except StopIteration:
        pass
    return verlauf
