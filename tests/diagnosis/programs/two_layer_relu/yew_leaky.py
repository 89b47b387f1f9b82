# kind: wrong
# task: through_the_clamp
# truth: A tenth of the slope goes through where z is negative.
# line: 38
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
    w1.grad = None
    w2.grad = None
    z, h, p = forward(x, w1, w2)
    loss(p, y).backward()
    return w1.grad, w2.grad


def slope_of_weights(values, slopes):
    return values.T @ slopes


def slope_of_hidden(slopes, w2):
    return slopes @ w2.T


def through_the_clamp(slopes, z):
    result = slopes.clone()
    result[z < 0] *= 0.1
    return result


def train(x, y, w1, w2, lr, rounds):
    losses = []
    for r in range(rounds):
        z, h, p = forward(x, w1, w2)
        losses.append(loss(p, y).item())
        slope_p = 2 * (p - y)
        slope_w2 = slope_of_weights(h, slope_p)
        slope_h = slope_of_hidden(slope_p, w2)
        slope_z = through_the_clamp(slope_h, z)
        slope_w1 = slope_of_weights(x, slope_z)
        w1 = w1 - lr * slope_w1
        w2 = w2 - lr * slope_w2
    return w1, w2, losses
