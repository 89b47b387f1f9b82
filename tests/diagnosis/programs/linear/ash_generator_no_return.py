# kind: odd
# task: train
# truth: Nothing is returned.
# line: 32
# foreseen: no
import torch


def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x


def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    l = loss(forward(x, w), y)
    (g,) = torch.autograd.grad(l, [w])
    w.data.sub_(g * lr)
    w.grad = None
    return float(l), float(g)


def _losses(w, xs, ys, lr):
    yield from (learn(w, a, b, lr)[0] for a, b in zip(xs, ys))


def train(w, xs, ys, lr, epochs):
    history = [[*_losses(w, xs, ys, lr)][-1] for _ in range(epochs)]


def epochs_needed(history, goal):
    return next((nr for nr, h in enumerate(history, start=1) if h <= goal), 0)
