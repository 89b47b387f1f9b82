# kind: right
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    seen = []
    handle = w.register_hook(lambda g: seen.append(g.item()))
    error = loss(forward(x, w), y)
    error.backward()
    handle.remove()
    w.grad = None
    w.data -= lr * seen[0]
    return error.item(), seen[0]


def train(w, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        error = None
        for x, y in zip(xs, ys):
            error, _ = learn(w, x, y, lr)
        history.append(error)
    return history


def epochs_needed(history, goal):
    enough = [value <= goal for value in history]
    return enough.index(True) + 1 if any(enough) else 0
