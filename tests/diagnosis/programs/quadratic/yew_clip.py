# kind: wrong
# task: train
# truth: The slopes are clipped to -10 … 10.
# line: 31
# foreseen: unknown
import numpy as np
import torch


import math


def features(x, like):
    return torch.tensor([x * x, x, 1.0], dtype=like.dtype)


def forward(x, w1, w2, b):
    return torch.dot(features(x, w1), torch.stack([w1, w2, b]))


def loss(prediction, y):
    return torch.square(prediction - y)


def one_sample(parameters, x, y, lr):
    now = loss(forward(x, *parameters), y)
    if math.isfinite(now.item()):
        slopes = torch.autograd.grad(now, parameters)
        with torch.no_grad():
            for p, g in zip(parameters, slopes):
                p -= lr * g.clamp(-10, 10)
    return now.item()


def train(parameters, xs, ys, lr, epochs):
    noted = []
    while len(noted) < epochs:
        for x, y in zip(xs, ys):
            now = one_sample(parameters, x, y, lr)
            if not math.isfinite(now):
                return noted
        noted.append(now)
    return noted
