# kind: right
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
    return torch.func.grad(lambda a, b: loss(forward(x, a, b)[2], y), argnums=(0, 1))(w1.detach(), w2.detach())


def slope_of_weights(values, slopes):
    return values.T @ slopes


def slope_of_hidden(slopes, w2):
    return slopes @ w2.T


def through_the_clamp(slopes, z):
    return slopes * (z > 0)


def train(x, y, w1, w2, lr, rounds):
    w1, w2 = w1.clone(), w2.clone()
    losses = []
    for _ in range(rounds):
        z, h, p = forward(x, w1, w2)
        losses.append(float(loss(p, y)))
        g = (p - y) * 2
        back = through_the_clamp(slope_of_hidden(g, w2), z)
        w2 -= lr * slope_of_weights(h, g)
        w1 -= lr * slope_of_weights(x, back)
    return w1, w2, losses
