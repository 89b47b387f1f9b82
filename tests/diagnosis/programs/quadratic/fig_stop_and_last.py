# kind: double
# task: train
# task: train
# truth: The stop is missing.
# truth: The losses noted are added up.
# line: 25, 30
# foreseen: no
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
            value.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad.zero_()
        history.append(value.item() + sum(history))
    return history
