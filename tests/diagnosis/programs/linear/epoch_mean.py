# kind: wrong
# task: train
# truth: The mean of the epoch's losses goes into the history instead of the last one.
# line: 34
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    opt = torch.optim.SGD([w], lr=lr)
    opt.zero_grad()
    error = loss(forward(x, w), y)
    error.backward()
    slope = w.grad.item()
    opt.step()
    opt.zero_grad()
    return error.item(), slope


def train(w, xs, ys, lr, epochs):
    history = []
    for e in range(epochs):
        total = 0.0
        for x, y in zip(xs, ys):
            total += learn(w, x, y, lr)[0]
        history.append(total / len(xs))
    return history


def epochs_needed(history, goal):
    reached = [n for n, value in enumerate(history, start=1) if value <= goal]
    return reached[0] if reached else 0
