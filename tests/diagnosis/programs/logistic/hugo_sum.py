# kind: wrong
# task: cross_entropy
# truth: the costs are added up and not divided by n
# line: 38
# foreseen: unknown
import math

import torch


def entries_compared(output_shape, label_shape):
    difference = torch.zeros(output_shape) - torch.zeros(label_shape)
    return difference.numel()


def sigma(z):
    return 1 / (1 + torch.exp(-z))


def forward(x, w, b):
    return sigma(torch.mm(x, w) + b)


def label_column(y, n):
    count = math.prod(y.shape)
    if count != n:
        raise ValueError(f"got {count} labels, wanted {n}")
    if y.dim() == 1:
        y = y.unsqueeze(1)
    return y.view(n, 1)


def cross_entropy(p, y):
    n = y.shape[0]
    total = 0.0
    for i in range(n):
        total = total - y[i, 0] * torch.log(p[i, 0]) - (1 - y[i, 0]) * torch.log(1 - p[i, 0])
    return total


def step(w, b, x, y, lr):
    y = label_column(y, len(x))
    loss = cross_entropy(forward(x, w, b), y)
    w.grad = None
    b.grad = None
    loss.backward()
    with torch.no_grad():
        for param in (w, b):
            param -= lr * param.grad
            param.grad = None
    return float(loss.detach())
