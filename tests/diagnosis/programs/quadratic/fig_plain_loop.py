# kind: right
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    history = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            value = loss(forward(x, *parameters), y)
            if not torch.isfinite(value):
                return history
            value.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad.zero_()
        history.append(value.item())
    return history
