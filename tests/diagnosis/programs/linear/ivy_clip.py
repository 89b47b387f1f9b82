# kind: wrong
# task: learn
# truth: the slope is clipped to 1
# line: 22
# foreseen: unknown
import torch


def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x


def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    l = loss(forward(x, w), y)
    l.backward()
    torch.nn.utils.clip_grad_norm_([w], 1.0)
    slope = w.grad.item()
    with torch.no_grad():
        w -= lr * slope
    w.grad.zero_()
    return l.item(), slope


def train(w, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l, _ = learn(w, x, y, lr)
        history.append(l)
    return history


def epochs_needed(history, goal):
    for i, l in enumerate(history, start=1):
        if l <= goal:
            return i
    return 0
