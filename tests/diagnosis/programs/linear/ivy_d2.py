# kind: double
# task: train
# task: train
# truth: the first sample is left out of every epoch
# truth: the losses of an epoch are added up
# line: 36
# line: 39
# foreseen: unknown
import torch


def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x


def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    l = loss(forward(x, w), y)
    l.backward()
    slope = w.grad.item()
    with torch.no_grad():
        w -= lr * slope
    w.grad = None
    return l.item(), slope


def train(w, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        total = 0.0
        for x, y in zip(xs[1:], ys[1:]):
            l, _ = learn(w, x, y, lr)
            total += l
        history.append(total)
    return history


def epochs_needed(history, goal):
    for i, l in enumerate(history, start=1):
        if l <= goal:
            return i
    return 0
