# kind: right
# foreseen: unknown
import torch


class RunAway(Exception):
    """The loss is no number any more."""


def forward(x, w1, w2, b):
    return b + x * (w2 + x * w1)


def loss(prediction, y):
    return (y - prediction) * (y - prediction)


def learn(parameters, x, y, lr):
    l = loss(forward(x, *parameters), y)
    if l.isnan() or l.isinf():
        raise RunAway
    l.backward()
    for p in parameters:
        p.data.sub_(lr * p.grad)
        p.grad = None
    return l.item()


def train(parameters, xs, ys, lr, epochs):
    losses = []
    try:
        for _ in range(epochs):
            losses.append([learn(parameters, x, y, lr) for x, y in zip(xs, ys)][-1])
    except RunAway:
        pass
    return losses
