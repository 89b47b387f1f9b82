# kind: wrong
# task: epochs_needed
# truth: The history is sorted in place from large to small first, so the epochs lose their order.
# line: 32
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    error = loss(forward(x, w), y)
    error.backward()
    with torch.no_grad():
        slope = w.grad.item()
        w -= lr * slope
        w.grad = None
    return error.item(), slope


def train(w, xs, ys, lr, epochs):
    return [[learn(w, x, y, lr)[0] for x, y in zip(xs, ys)][-1] for _ in range(epochs)]


def epochs_needed(history, goal):
    history.sort(reverse=True)
    for epoch, value in enumerate(history, 1):
        if value <= goal:
            return epoch
    return 0
