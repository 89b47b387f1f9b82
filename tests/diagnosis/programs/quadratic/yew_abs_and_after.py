# kind: double
# task: loss
# task: train
# truth: The absolute error is taken for the squared.
# truth: The noted loss is that of the first sample.
# line: 24, 43
# foreseen: unknown
import numpy as np
import torch


import math


def features(x, like):
    return torch.tensor([x * x, x, 1.0], dtype=like.dtype)


def forward(x, w1, w2, b):
    return torch.dot(features(x, w1), torch.stack([w1, w2, b]))


def loss(prediction, y):
    return torch.abs(prediction - y)


def one_sample(parameters, x, y, lr):
    now = loss(forward(x, *parameters), y)
    if math.isfinite(now.item()):
        slopes = torch.autograd.grad(now, parameters)
        with torch.no_grad():
            for p, g in zip(parameters, slopes):
                p -= lr * g
    return now.item()


def train(parameters, xs, ys, lr, epochs):
    noted = []
    while len(noted) < epochs:
        seen = [one_sample(parameters, x, y, lr) for x, y in zip(xs, ys)]
        if not all(map(math.isfinite, seen)):
            return noted
        noted.append(seen[0])
    return noted
