# kind: wrong
# task: train
# truth: The samples are sorted by x before the training instead of being taken in their order.
# line: 27
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return (w1 * x + w2) * x + b


def loss(prediction, y):
    diff = y - prediction
    return diff * diff


def update(parameters, lr):
    for p in parameters:
        p.data -= lr * p.grad.data
        p.grad = None


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    history = []
    pairs = sorted(zip(xs, ys))
    for _ in range(epochs):
        for x, y in pairs:
            error = loss(forward(x, w1, w2, b), y)
            if torch.isnan(error) or torch.isinf(error):
                return history
            error.backward()
            update(parameters, lr)
        history.append(float(error))
    return history
