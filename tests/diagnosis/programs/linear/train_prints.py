# kind: odd
# task: train
# truth: train prints every loss but returns nothing.
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    error = loss(forward(x, w), y)
    error.backward()
    slope = w.grad.item()
    with torch.no_grad():
        w -= lr * w.grad
    w.grad = None
    return error.item(), slope


def train(w, xs, ys, lr, epochs):
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            error, slope = learn(w, x, y, lr)
            print("\tgrad: ", x, y, slope)
        print("progress:", epoch, error)


def epochs_needed(history, goal):
    for n, value in enumerate(history, 1):
        if value <= goal:
            return n
    return 0
