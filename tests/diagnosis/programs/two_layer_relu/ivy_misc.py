# kind: right
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2):
    z = torch.einsum("nd,dm->nm", x, w1)
    h = torch.nn.functional.relu(z)
    return z, h, torch.mm(h, w2)


def loss(prediction, y):
    return ((prediction - y) ** 2).sum()


def by_autograd(x, y, w1, w2):
    w1.grad = w2.grad = None
    _, _, p = forward(x, w1, w2)
    loss(p, y).backward()
    result = w1.grad.clone(), w2.grad.clone()
    w1.grad.zero_(), w2.grad.zero_()
    return result


def slope_of_weights(values, slopes):
    return sum(torch.outer(v, s) for v, s in zip(values, slopes))


def slope_of_hidden(slopes, w2):
    return slopes @ w2.T


def through_the_clamp(slopes, z):
    out = slopes.clone()
    out[z < 0] = 0
    return out


def train(x, y, w1, w2, lr, rounds):
    losses = []
    for _ in range(rounds):
        z, h, p = forward(x, w1, w2)
        losses.append(loss(p, y).item())
        g = 2 * (p - y)
        g2 = slope_of_weights(h, g)
        g1 = slope_of_weights(x, through_the_clamp(slope_of_hidden(g, w2), z))
        w1, w2 = w1 - lr * g1, w2 - lr * g2
    return w1, w2, losses
