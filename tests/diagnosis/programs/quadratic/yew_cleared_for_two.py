# kind: wrong
# task: train
# truth: The gradient of b is never cleared.
# line: 32
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return w1 * x ** 2 + w2 * x + b


def loss(prediction, y):
    error = prediction - y
    return error ** 2


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    history = []
    for epoch in range(epochs):
        for i in range(len(xs)):
            prediction = forward(xs[i], w1, w2, b)
            l = loss(prediction, ys[i])
            if not torch.isfinite(l):
                return history
            l.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
            for p in [w1, w2]:
                p.grad.zero_()
        history.append(l.item())
    return history
