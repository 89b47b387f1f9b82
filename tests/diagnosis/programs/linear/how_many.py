# kind: wrong
# task: epochs_needed
# truth: The answer is how many epochs have a loss at or below the goal, not which is the first.
# line: 35
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    error = loss(forward(x, w), y)
    (slope,) = torch.autograd.grad(error, w)
    with torch.no_grad():
        w.sub_(slope, alpha=lr)
    return error.item(), slope.item()


def train(w, xs, ys, lr, epochs):
    history = []
    while len(history) < epochs:
        for sample in zip(xs, ys):
            last, slope = learn(w, *sample, lr)
        history.append(last)
    return history


def epochs_needed(history, goal):
    return sum(1 for value in history if value <= goal)
