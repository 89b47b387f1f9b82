# kind: right
# foreseen: unknown
import torch


def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x


def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    value = loss(forward(x, w), y)
    (g,) = torch.autograd.grad(value, w)
    w.data.sub_(lr * g)
    if w.grad is not None:
        w.grad.zero_()
    return float(value), float(g)


def train(w, xs, ys, lr, epochs):
    return [[learn(w, *pair, lr)[0] for pair in zip(xs, ys)][-1] for _ in range(epochs)]


def epochs_needed(history, goal):
    return next((n + 1 for n, value in enumerate(history) if not value > goal), 0)
