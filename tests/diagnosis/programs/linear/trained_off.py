# kind: wrong
# task: learn
# truth: w no longer requires grad after the update.
# line: 38
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


class Trainer:
    def __init__(self, w, lr):
        self.w = w
        self.lr = lr

    def sample(self, x, y):
        error = loss(forward(x, self.w), y)
        error.backward()
        slope = self.w.grad.clone()
        with torch.no_grad():
            self.w.copy_(self.w - self.lr * slope)
        self.w.grad = None
        return error.item(), slope.item()


def learn(w, x, y, lr):
    w.requires_grad_(True)
    error = loss(forward(x, w), y)
    error.backward()
    slope = w.grad.item()
    w.grad = None
    w.requires_grad_(False)
    w -= lr * slope
    return error.item(), slope


def train(w, xs, ys, lr, epochs):
    trainer = Trainer(w, lr)
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            error, _ = trainer.sample(x, y)
        history.append(error)
    return history


def epochs_needed(history, goal):
    if not history or min(history) > goal:
        return 0
    n = 0
    while history[n] > goal:
        n += 1
    return n + 1
