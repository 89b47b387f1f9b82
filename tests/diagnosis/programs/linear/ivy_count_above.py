# kind: wrong
# task: epochs_needed
# truth: counts epochs above the goal
# line: 41
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
        for x, y in zip(xs, ys):
            l, _ = learn(w, x, y, lr)
        history.append(l)
    return history


def epochs_needed(history, goal):
    n = 0
    for l in history:
        if l > goal:
            n += 1
    return n + 1
