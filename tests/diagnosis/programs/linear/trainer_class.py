# kind: right
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
    return Trainer(w, lr).sample(x, y)


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
