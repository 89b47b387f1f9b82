# kind: double
# task: learn
# task: epochs_needed
# truth: the slope is returned multiplied by lr
# truth: the last epoch that reaches the goal counts, not the first
# line: 25
# line: 45
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
        w -= slope
    w.grad.zero_()
    return l.item(), slope


def train(w, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l, _ = learn(w, x, y, lr)
        history.append(l)
    return history


def epochs_needed(history, goal):
    answer = 0
    for i, l in enumerate(history):
        if l <= goal:
            answer = i + 1
    return answer
