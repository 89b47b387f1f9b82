# kind: right
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2):
    z = x.mm(w1)
    h = z * (z > 0)
    return z, h, h.mm(w2)


def loss(prediction, y):
    return torch.sum(torch.pow(prediction - y, 2))


def by_autograd(x, y, w1, w2):
    def of_weights(a, b):
        return loss(forward(x, a, b)[-1], y)
    return torch.func.grad(of_weights, argnums=(0, 1))(w1.detach(), w2.detach())


def slope_of_weights(values, slopes):
    return torch.einsum("na,nb->ab", values, slopes)


def slope_of_hidden(slopes, w2):
    return torch.stack([w2 @ row for row in slopes])


def through_the_clamp(slopes, z):
    passed = slopes.clone()
    passed[z <= 0] = 0
    return passed


def train(x, y, w1, w2, lr, rounds):
    weights, losses = [w1.clone(), w2.clone()], []
    for _ in range(rounds):
        z, h, p = forward(x, *weights)
        losses.append(float(loss(p, y)))
        slope_p = (p - y).mul(2)
        slope_z = through_the_clamp(slope_of_hidden(slope_p, weights[1]), z)
        for weight, slope in zip(weights, (slope_of_weights(x, slope_z), slope_of_weights(h, slope_p))):
            weight.sub_(lr * slope)
    return (*weights, losses)
