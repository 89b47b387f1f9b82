# kind: right
# foreseen: unknown
import numpy as np
import torch


class Clamp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z):
        ctx.save_for_backward(z)
        return z.clamp(min=0)

    @staticmethod
    def backward(ctx, slopes):
        (z,) = ctx.saved_tensors
        return through_the_clamp(slopes, z)


def forward(x, w1, w2):
    z = torch.einsum("nd,dm->nm", x, w1)
    h = Clamp.apply(z)
    return z, h, torch.einsum("nm,mk->nk", h, w2)


def loss(prediction, y):
    return torch.linalg.vector_norm(prediction - y).square()


def by_autograd(x, y, w1, w2):
    copies = [w.detach().clone().requires_grad_() for w in (w1, w2)]
    *_, prediction = forward(x, *copies)
    torch.nn.functional.mse_loss(prediction, y, reduction="sum").backward()
    return tuple(w.grad for w in copies)


def slope_of_weights(values, slopes):
    return sum(torch.outer(value, slope) for value, slope in zip(values, slopes))


def slope_of_hidden(slopes, w2):
    return torch.nn.functional.linear(slopes, w2)


def through_the_clamp(slopes, z):
    return torch.where(z > 0, slopes, torch.zeros_like(slopes))


def train(x, y, w1, w2, lr, rounds):
    losses = []
    for _ in range(rounds):
        z, h, p = forward(x, w1, w2)
        losses.append(loss(p, y).item())
        slope_p = 2 * (p - y)
        slope_z = through_the_clamp(slope_of_hidden(slope_p, w2), z)
        w1, w2 = (w - lr * slope_of_weights(v, s) for w, v, s in ((w1, x, slope_z), (w2, h, slope_p)))
    return w1, w2, losses
