# kind: wrong
# task: train
# truth: zip is made once before the loop and used up after the first epoch, so later epochs train nothing and repeat its loss.
# line: 33
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
    samples = zip(xs, ys)
    for epoch in range(epochs):
        for x, y in samples:
            l, _ = learn(w, x, y, lr)
        history.append(l)
    return history


def epochs_needed(history, goal):
    for i in range(len(history)):
        if history[i] <= goal:
            return i + 1
    return 0
