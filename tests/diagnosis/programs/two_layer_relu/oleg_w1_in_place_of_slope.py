# kind: wrong
# task: by_autograd
# truth: the second value is the weights w2 themselves in place of their slope
# line: 27
# foreseen: unknown
import torch
import torch.nn.functional as F


def forward(x, w1, w2):
    z = x @ w1
    h = F.relu(z)
    p = h @ w2
    return (z, h, p)


def loss(prediction, y):
    return F.mse_loss(prediction, y, reduction="sum")


def by_autograd(x, y, w1, w2):
    a = w1.detach().clone().requires_grad_(True)
    b = w2.detach().clone().requires_grad_(True)
    _, _, p = forward(x, a, b)
    l = loss(p, y)
    l.backward()
    return a.grad, b


def slope_of_weights(values, slopes):
    return values.transpose(0, 1).mm(slopes)


def slope_of_hidden(slopes, w2):
    return slopes.mm(w2.t())


def through_the_clamp(slopes, z):
    return torch.where(z > 0, slopes, 0.0 * slopes)


def backward(x, y, w2, z, h, p):
    dp = 2 * (p - y)
    dw2 = slope_of_weights(h, dp)
    dh = slope_of_hidden(dp, w2)
    dz = through_the_clamp(dh, z)
    dw1 = slope_of_weights(x, dz)
    return dw1, dw2


def train(x, y, w1, w2, lr, rounds):
    losses = []
    for _ in range(rounds):
        z, h, p = forward(x, w1, w2)
        losses.append(loss(p, y))
        dw1, dw2 = backward(x, y, w2, z, h, p)
        w1 = w1 - lr * dw1
        w2 = w2 - lr * dw2
    return w1, w2, losses
