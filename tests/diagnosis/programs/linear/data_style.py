# kind: right
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
        results = [learn(w, xs[i], ys[i], lr) for i in range(len(xs))]
        history.append(results[-1][0])
    return history


def epochs_needed(history, goal):
    count = 0
    for value in history:
        count += 1
        if value <= goal:
            return count
    return 0
