# kind: wrong
# task: train
# truth: Only w1 and w2 are moved; the bias stays where it started.
# line: 19
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return (w1 * x + w2) * x + b


def loss(prediction, y):
    diff = y - prediction
    return diff * diff


def update(parameters, lr):
    for p in parameters[:2]:
        p.data -= lr * p.grad.data
    for p in parameters:
        p.grad = None


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    history = []
    for _ in range(epochs):
        for i in range(len(xs)):
            error = loss(forward(xs[i], w1, w2, b), ys[i])
            if torch.isnan(error) or torch.isinf(error):
                return history
            error.backward()
            update(parameters, lr)
        history.append(float(error))
    return history
