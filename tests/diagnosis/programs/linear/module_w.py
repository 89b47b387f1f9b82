# kind: odd
# task: learn
# truth: learn and train take no w; they change a global tensor of the module.
# foreseen: unknown
import torch

w = torch.tensor(1.0, requires_grad=True)


def forward(x):
    return w * x


def learn(x, y, lr):
    error = (forward(x) - y) ** 2
    error.backward()
    slope = w.grad.item()
    w.data -= lr * w.grad
    w.grad = None
    return error.item(), slope


def train(xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            error, _ = learn(x, y, lr)
        history.append(error)
    return history


def epochs_needed(history, goal):
    for n, value in enumerate(history, 1):
        if value <= goal:
            return n
    return 0
