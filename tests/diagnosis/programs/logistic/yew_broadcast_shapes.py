# kind: right
# foreseen: unknown
import torch


import math


def entries_compared(output_shape, label_shape):
    return math.prod(torch.broadcast_shapes(tuple(output_shape), tuple(label_shape)))


def forward(x, w, b):
    return torch.special.expit(torch.einsum("nd,dk->nk", x, w) + b)


def label_column(y, n):
    if y.numel() != n:
        raise ValueError(f"{y.numel()} labels for {n} samples")
    return y.flatten()[:, None]


def cross_entropy(p, y):
    right = torch.where(y == 1, p, 1 - p)
    return -right.log().mean()


def step(w, b, x, y, lr):
    cost = cross_entropy(forward(x, w, b), label_column(y, len(x)))
    slopes = torch.autograd.grad(cost, (w, b))
    for p, g in zip((w, b), slopes):
        p.data.add_(g, alpha=-lr)
        p.grad = None
    return cost.item()
