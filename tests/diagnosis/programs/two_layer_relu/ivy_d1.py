# kind: double
# task: train
# task: train
# truth: the factor 2 is missing
# truth: the way back does not pass the clamp
# line: 45
# line: 47
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2):
    z = x @ w1
    h = z.clamp(min=0)
    return z, h, h @ w2


def loss(prediction, y):
    return ((prediction - y) ** 2).sum()


def by_autograd(x, y, w1, w2):
    value = loss(forward(x, w1, w2)[2], y)
    return torch.autograd.grad(value, (w1, w2))


def slope_of_weights(values, slopes):
    return values.T @ slopes


def slope_of_hidden(slopes, w2):
    return slopes @ w2.T


def through_the_clamp(slopes, z):
    return slopes * (z > 0)


def train(x, y, w1, w2, lr, rounds):
    losses = []
    for r in range(rounds):
        z, h, p = forward(x, w1, w2)
        losses.append(loss(p, y).item())
        g = p - y
        g2 = slope_of_weights(h, g)
        g1 = slope_of_weights(x, slope_of_hidden(g, w2))
        w1, w2 = w1 - lr * g1, w2 - lr * g2
    return w1, w2, losses
