# kind: double
# task: train
# task: train
# truth: One epoch too few.
# truth: The samples are gone through backwards.
# line: 29, 30
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
        w -= lr * w.grad
    w.grad.zero_()
    return l.item(), slope


def train(w, xs, ys, lr, epochs):
    history = []
    for epoch in range(1, epochs):
        for x, y in zip(xs[::-1], ys[::-1]):
            last, slope = learn(w, x, y, lr)
        history.append(last)
    return history


def epochs_needed(history, goal):
    for i in range(len(history)):
        if history[i] <= goal:
            return i + 1
    return 0
