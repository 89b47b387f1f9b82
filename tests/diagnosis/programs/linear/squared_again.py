# kind: wrong
# task: train
# truth: The loss from learn is squared a second time before it goes into the history.
# line: 32
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
        history.append(l ** 2)
    return history


def epochs_needed(history, goal):
    for i in range(len(history)):
        if history[i] <= goal:
            return i + 1
    return 0
