# kind: odd
# task: train
# truth: The while loop waits for a loss of exactly 0, so train practically never ends.
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    losses = []
    while True:
        for x, y in zip(xs, ys):
            l = loss(forward(x, *parameters), y)
            l.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
                    p.grad.zero_()
        if l == 0:
            return losses
        if len(losses) < epochs:
            losses.append(l.item())
