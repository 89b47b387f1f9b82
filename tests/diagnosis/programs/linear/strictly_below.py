# kind: wrong
# task: epochs_needed
# truth: A loss equal to the goal does not count, because the comparison is strict.
# line: 40
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    # the slope on paper is 2 (wx - y) x
    value = w.item()
    slope = 2 * (value * x - y) * x
    before = (value * x - y) ** 2
    with torch.no_grad():
        w.fill_(value - lr * slope)
    return before, slope


def train(w, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        for k in range(len(xs)):
            error, slope = learn(w, xs[k], ys[k], lr)
            if k == len(xs) - 1:
                history.append(error)
    return history


def epochs_needed(history, goal):
    n = 1
    for value in history:
        if value < goal:
            return n
        n = n + 1
    return 0
