# kind: wrong
# task: slope_of_hidden
# truth: Not the transpose: slopes are multiplied entry by entry and added.
# line: 29
# foreseen: no
import numpy as np
import torch


def forward(x, w1, w2):
    z = x @ w1
    h = torch.where(z > 0, z, torch.zeros_like(z))
    return z, h, h @ w2


def loss(prediction, y):
    return torch.nn.functional.mse_loss(prediction, y, reduction="sum")


def by_autograd(x, y, w1, w2):
    return torch.autograd.grad(loss(forward(x, w1, w2)[-1], y), [w1, w2])


def slope_of_weights(values, slopes):
    return sum(torch.outer(v, s) for v, s in zip(values, slopes))


def slope_of_hidden(slopes, w2):
    return (slopes.sum(1, keepdim=True) * w2.sum(1))


def through_the_clamp(slopes, z):
    return slopes * torch.heaviside(z, z.new_zeros(()))


def train(x, y, w1, w2, lr, rounds):
    def runde(zustand):
        w1, w2, losses = zustand
        z, h, p = forward(x, w1, w2)
        fehler = 2 * (p - y)
        slope_z = through_the_clamp(slope_of_hidden(fehler, w2), z)
        neu1 = w1 - lr * slope_of_weights(x, slope_z)
        neu2 = w2 - lr * slope_of_weights(h, fehler)
        return neu1, neu2, losses + [loss(p, y).item()]

    zustand = (w1, w2, [])
    for _ in range(rounds):
        zustand = runde(zustand)
    return zustand
