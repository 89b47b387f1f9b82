# kind: double
# task: epochs_needed
# task: epochs_needed
# truth: A loss equal to the goal does not count, because the comparison is strict.
# truth: If no epoch reaches the goal the length of the history is returned instead of 0.
# line: 42
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
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
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            l, _ = learn(w, x, y, lr)
        history.append(l)
    return history


def epochs_needed(history, goal):
    n = 0
    for value in history:
        n += 1
        if value < goal:
            return n
    return n
