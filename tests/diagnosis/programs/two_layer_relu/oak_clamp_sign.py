# kind: wrong
# task: through_the_clamp
# truth: Slopes of silent nodes come back negative.
# line: 28
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2):
    z = x @ w1
    h = torch.relu(z)
    return z, h, h @ w2

def loss(prediction, y):
    return (prediction - y).pow(2).sum()

def by_autograd(x, y, w1, w2):
    return torch.autograd.grad(loss(forward(x, w1, w2)[-1], y), [w1, w2])

def slope_of_weights(values, slopes):
    return torch.einsum('na,nb->ab', values, slopes)

def slope_of_hidden(slopes, w2):
    return torch.einsum('nk,mk->nm', slopes, w2)

def through_the_clamp(slopes, z):
    return slopes * z.sign()

def train(x, y, w1, w2, lr, rounds):
    losses = []
    for _ in range(rounds):
        z, h, p = forward(x, w1, w2)
        losses.append(loss(p, y).item())
        slope_p = 2 * (p - y)
        slope_z = through_the_clamp(slope_of_hidden(slope_p, w2), z)
        w1, w2 = w1 - lr * slope_of_weights(x, slope_z), w2 - lr * slope_of_weights(h, slope_p)
    return w1, w2, losses
