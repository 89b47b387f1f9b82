# kind: right
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x ** 2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    optimizer = torch.optim.SGD(parameters, lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            optimizer.zero_grad()
            current = loss(forward(x, *parameters), y)
            if not torch.isfinite(current):
                optimizer.zero_grad()
                return losses
            current.backward()
            optimizer.step()
        losses.append(current.detach().numpy().item())
    optimizer.zero_grad()
    return losses
