"""A student who knows PyTorch already and lets its optimiser do the steps: right."""
import math

import torch
from torch import nn


def forward(x, w1, w2, b):
    return b + x * (w2 + x * w1)


def loss(prediction, y):
    return nn.functional.mse_loss(prediction, torch.full_like(prediction, y))


def train(parameters, xs, ys, lr, epochs):
    optimizer = torch.optim.SGD(parameters, lr=lr)
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            optimizer.zero_grad()
            error = loss(forward(x, *parameters), y)
            if not math.isfinite(error.item()):
                return history
            error.backward()
            optimizer.step()
        history.append(error.item())
    return history
