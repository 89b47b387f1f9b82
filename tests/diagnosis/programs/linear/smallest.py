# kind: wrong
# task: epochs_needed
# truth: The epoch with the smallest loss is returned if it reaches the goal, not the first that does.
# line: 39
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
    best = min(history)
    if best > goal:
        return 0
    return history.index(best) + 1
