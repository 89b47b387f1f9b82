# kind: wrong
# task: learn
# truth: The returned loss is the error without the square.
# line: 19 or 23
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    value = w.item()
    error = value * x - y
    slope = 2 * error * x
    with torch.no_grad():
        w.fill_(value - lr * slope)
    return error, slope


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
        if not value > goal:
            return n
        n = n + 1
    return 0
