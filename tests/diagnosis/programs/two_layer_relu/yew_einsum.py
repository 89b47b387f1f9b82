# kind: right
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2):
    z = torch.einsum("nd,dm->nm", x, w1)
    h = torch.where(z > 0, z, torch.zeros_like(z))
    return z, h, torch.einsum("nm,mk->nk", h, w2)


def loss(prediction, y):
    return torch.linalg.norm(prediction - y) ** 2


def by_autograd(x, y, w1, w2):
    def total(*weights):
        return ((forward(x, *weights)[-1] - y) ** 2).sum()

    return torch.func.grad(total, argnums=(0, 1))(w1.detach(), w2.detach())


def slope_of_weights(values, slopes):
    return torch.einsum("na,nb->ab", values, slopes)


def slope_of_hidden(slopes, w2):
    return torch.einsum("nk,mk->nm", slopes, w2)


def through_the_clamp(slopes, z):
    return slopes.masked_fill(z < 0, 0)


def train(x, y, w1, w2, lr, rounds):
    history = []
    for _ in range(rounds):
        z, h, p = forward(x, w1, w2)
        history.append(float(loss(p, y)))
        slope_p = 2 * (p - y)
        slope_z = through_the_clamp(slope_of_hidden(slope_p, w2), z)
        w1, w2 = w1 - lr * slope_of_weights(x, slope_z), w2 - lr * slope_of_weights(h, slope_p)
    return w1, w2, history
