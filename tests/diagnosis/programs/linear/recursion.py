# kind: right
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
    if epochs <= 0:
        return []
    last = [learn(w, x, y, lr) for x, y in zip(xs, ys)][-1]
    return [last[0]] + train(w, xs, ys, lr, epochs - 1)


def epochs_needed(history, goal):
    best = 0
    for n in range(len(history), 0, -1):
        if history[n - 1] <= goal:
            best = n
    return best
