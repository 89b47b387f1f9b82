# kind: wrong
# task: train
# truth: The last sample of every epoch is left out, unless it is the only one.
# line: 30
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    w.grad = None
    L = loss(forward(x, w), y)
    L.backward()
    pair = (float(L), float(w.grad))
    w.data -= lr * w.grad.data
    w.grad = None
    return pair


def train(w, xs, ys, lr, epochs):
    history = []
    for e in range(epochs):
        for i in range(0, max(1, len(xs) - 1)):
            l, _ = learn(w, xs[i], ys[i], lr)
        history.append(l)
    return history


def epochs_needed(history, goal):
    count = 0
    for value in history:
        count += 1
        if value <= goal:
            return count
    return 0
