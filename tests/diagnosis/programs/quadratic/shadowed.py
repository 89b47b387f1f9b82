# kind: odd
# task: train
# truth: Inside train the name loss is assigned, so the call of loss before it stops with an UnboundLocalError.
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            loss = loss(forward(x, *parameters), y)
            if not torch.isfinite(loss):
                return losses
            loss.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad.zero_()
        losses.append(loss.item())
    return losses
