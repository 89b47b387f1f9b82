# kind: double
# task: learn
# task: learn
# truth: The buffer is not cleared.
# truth: The slope is reported after the step, scaled by lr.
# line: 23, 20
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
    slope = lr * w.grad.item()
    with torch.no_grad():
        w -= lr * w.grad
    return l.item(), slope


def train(w, xs, ys, lr, epochs):
    history = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            last, slope = learn(w, x, y, lr)
        history.append(last)
    return history


def epochs_needed(history, goal):
    for i in range(len(history)):
        if history[i] <= goal:
            return i + 1
    return 0
