# kind: wrong
# task: train
# truth: the loop runs one round too many: <= in place of <
# line: 60 or 59
# foreseen: unknown
import torch


def forward(x, w1, w2):
    z = torch.mm(x, w1)
    h = z.clamp(min=0)
    return z, h, torch.mm(h, w2)


def loss(prediction, y):
    total = 0
    for p, t in zip(prediction, y):
        total = total + ((p - t) ** 2).sum()
    return total


def by_autograd(x, y, w1, w2):
    prediction = forward(x, w1, w2)[2]
    return torch.autograd.grad(loss(prediction, y), (w1, w2))


def slope_of_weights(values, slopes):
    n, a = values.shape
    b = slopes.shape[1]
    total = torch.zeros(a, b, dtype=values.dtype)
    for i in range(n):
        total += torch.outer(values[i], slopes[i])
    return total


def slope_of_hidden(slopes, w2):
    n, k = slopes.shape
    m = w2.shape[0]
    out = torch.zeros(n, m, dtype=slopes.dtype)
    for i in range(n):
        for j in range(m):
            for q in range(k):
                out[i, j] += slopes[i, q] * w2[j, q]
    return out


def through_the_clamp(slopes, z):
    out = torch.zeros_like(slopes)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            if z[i, j] > 0:
                out[i, j] = slopes[i, j]
    return out


def train(x, y, w1, w2, lr, rounds):
    history = []
    r = 0
    while r <= rounds:
        z, h, p = forward(x, w1, w2)
        history.append(float(loss(p, y)))
        back = 2.0 * (p - y)
        dw2 = slope_of_weights(h, back)
        dw1 = slope_of_weights(x, through_the_clamp(slope_of_hidden(back, w2), z))
        w1, w2 = w1 - lr * dw1, w2 - lr * dw2
        r += 1
    return w1, w2, history
