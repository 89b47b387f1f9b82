# kind: wrong
# task: learn
# truth: The weight is rounded to three decimals after the step.
# line: 35
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
    pair = Trainer(w, lr).sample(x, y)
    with torch.no_grad():
        w.copy_(torch.round(w * 1000) / 1000)
    return pair


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
