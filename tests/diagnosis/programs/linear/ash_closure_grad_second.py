# kind: wrong
# task: train
# truth: The last sample is left out.
# line: 42
# foreseen: no
import torch


def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x


def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    leaf = w.detach().requires_grad_()
    leaf.grad = None
    e = loss(forward(x, leaf), y)
    e.backward()
    g = leaf.grad.item()
    with torch.no_grad():
        w -= lr * g
    w.grad = None
    return e.item(), g


def train(w, xs, ys, lr, epochs):
    history = []

    def epoch(rest):
        if not rest:
            return None
        (x, y), *more = rest
        l, _ = learn(w, x, y, lr)
        return l if not more else epoch(more)

    for _ in range(epochs):
        history.append(epoch(list(zip(xs, ys))[:-1]))
    return history


def epochs_needed(history, goal):
    try:
        return [h <= goal for h in history].index(True) + 1
    except ValueError:
        return 0
