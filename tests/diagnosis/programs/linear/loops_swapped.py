# kind: wrong
# task: train
# truth: The loops are exchanged: each sample is learnt for all epochs before the next sample comes.
# line: 31
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
    for x, y in zip(xs, ys):
        for e in range(epochs):
            l, s = learn(w, x, y, lr)
            if x == xs[-1]:
                history.append(l)
    return history


def epochs_needed(history, goal):
    count = 0
    for value in history:
        count += 1
        if value <= goal:
            return count
    return 0
