# kind: right
# foreseen: unknown
import torch
def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x
def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


from itertools import islice


def visits(w, xs, ys, lr):
    """Yield the loss of one sample after the other, round and round."""
    while True:
        for sample in zip(xs, ys):
            yield learn(w, *sample, lr)[0]


def learn(w, x, y, lr):
    error = loss(forward(x, w), y)
    (slope,) = torch.autograd.grad(error, [w])
    before = (error.item(), slope.item())
    w.data -= lr * slope
    w.grad = None
    return before


def train(w, xs, ys, lr, epochs):
    n = len(xs)
    every = islice(visits(w, xs, ys, lr), epochs * n)
    return [value for place, value in enumerate(every, 1) if place % n == 0]


def epochs_needed(history, goal):
    return next((number for number, value in enumerate(history, 1) if value <= goal), 0)
