# kind: double
# task: through_the_clamp
# task: slope_of_weights
# truth: One where shut.
# truth: The mean of the outer products.
# line: 35, 27
# foreseen: yes
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
    return sum(torch.outer(v, s) for v, s in zip(values, slopes)) / len(values)


def slope_of_hidden(slopes, w2):
    return torch.nn.functional.linear(slopes, w2)


def through_the_clamp(slopes, z):
    return slopes * torch.sign(z)


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
