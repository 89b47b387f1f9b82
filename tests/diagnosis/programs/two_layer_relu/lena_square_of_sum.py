# kind: wrong
# task: loss
# truth: the errors are added first and the sum is squared
# line: 18
# foreseen: unknown
import torch


def forward(x, w1, w2):
    """z, h, prediction"""
    z = x @ w1
    h = torch.relu(z)
    prediction = h @ w2
    return z, h, prediction


def loss(prediction, y):
    return torch.sum(prediction - y) ** 2


def by_autograd(x, y, w1, w2):
    w1.grad = None
    w2.grad = None
    z, h, prediction = forward(x, w1, w2)
    L = loss(prediction, y)
    L.backward()
    return w1.grad, w2.grad


def slope_of_weights(values, slopes):
    return values.T @ slopes


def slope_of_hidden(slopes, w2):
    return slopes @ w2.T


def through_the_clamp(slopes, z):
    result = slopes.clone()
    result[z < 0] = 0
    return result


def train(x, y, w1, w2, lr, rounds):
    losses = []
    for i in range(rounds):
        z, h, prediction = forward(x, w1, w2)
        L = loss(prediction, y)
        losses.append(L.item())
        g = 2 * (prediction - y)
        g_h = slope_of_hidden(g, w2)
        g_z = through_the_clamp(g_h, z)
        g_w1 = slope_of_weights(x, g_z)
        g_w2 = slope_of_weights(h, g)
        w1 = w1 - lr * g_w1
        w2 = w2 - lr * g_w2
    return w1, w2, losses
