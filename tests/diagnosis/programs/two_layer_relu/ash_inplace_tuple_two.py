# kind: odd
# task: forward
# truth: Only h and the prediction are returned.
# line: 13
# foreseen: no
import numpy as np
import torch


def forward(x, w1, w2):
    z = torch.mm(x, w1)
    h = (z + z.abs()) / 2
    return h, torch.mm(h, w2)


def loss(prediction, y):
    return torch.dist(prediction, y).square()


def by_autograd(x, y, w1, w2):
    leaves = [w.detach().clone().requires_grad_() for w in (w1, w2)]
    *_, p = forward(x, *leaves)
    ((p - y) ** 2).sum().backward()
    return tuple(w.grad for w in leaves)


def slope_of_weights(values, slopes):
    return torch.einsum("na,nb->ab", values, slopes)


def slope_of_hidden(slopes, w2):
    return torch.stack([w2 @ zeile for zeile in slopes])


def through_the_clamp(slopes, z):
    return slopes.masked_fill(z < 0, 0.0)


def train(x, y, w1, w2, lr, rounds):
    w1, w2, losses = w1.clone(), w2.clone(), []
    for _ in range(rounds):
        z, h, p = forward(x, w1, w2)
        losses.append(loss(p, y).item())
        slope_p = 2 * (p - y)
        slope_z = through_the_clamp(slope_of_hidden(slope_p, w2), z)
        d1, d2 = slope_of_weights(x, slope_z), slope_of_weights(h, slope_p)
        w1.sub_(lr * d1)
        w2.sub_(lr * d2)
    return w1, w2, losses
