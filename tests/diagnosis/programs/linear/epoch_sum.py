# kind: wrong
# task: train
# truth: The sum of the epoch's losses goes into the history instead of the last one.
# line: 31
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    prediction = forward(x, w)
    error = loss(prediction, y)
    error.backward()
    result = [error.item(), w.grad.item()]
    with torch.no_grad():
        w += -lr * w.grad
        w.grad = None
    return result


def train(w, xs, ys, lr, epochs):
    history = []
    for e in range(epochs):
        history.append(sum(learn(w, x, y, lr)[0] for x, y in zip(xs, ys)))
    return history


def epochs_needed(history, goal):
    best = 0
    for n in range(len(history), 0, -1):
        if history[n - 1] <= goal:
            best = n
    return best
