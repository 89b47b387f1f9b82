# kind: double
# task: learn
# task: epochs_needed
# truth: The slope lacks the factor x.
# truth: The epochs are counted from 0.
# line: 21
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    value = w.item()
    slope = 2 * (value * x - y)
    before = (value * x - y) ** 2
    with torch.no_grad():
        w.fill_(value - lr * slope)
    return before, slope


def train(w, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            before = loss(forward(x, w), y).item()
            with torch.no_grad():
                w -= lr * 2 * (w * x - y) * x
        history.append(before)
    return history


def epochs_needed(history, goal):
    for n, value in enumerate(history):
        if value <= goal:
            return n
    return 0
