# kind: wrong
# task: learn
# truth: The second number of the pair is lr times the slope instead of the slope.
# line: 23
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    error = loss(forward(x, w), y)
    (slope,) = torch.autograd.grad(error, w)
    step = lr * slope
    with torch.no_grad():
        w.sub_(step)
    return error.item(), step.item()


def train(w, xs, ys, lr, epochs):
    history = []
    while len(history) < epochs:
        for sample in zip(xs, ys):
            last, slope = learn(w, *sample, lr)
        history.append(last)
    return history


def epochs_needed(history, goal):
    return next((n + 1 for n, value in enumerate(history) if value <= goal), 0)
