# kind: wrong
# task: forward
# truth: The coefficients are taken in the reverse order: b stands at x².
# line: 20 or 19
# foreseen: no
import numpy as np
import torch


from contextlib import suppress


class Stopped(Exception):
    pass


def forward(x, *coefficients):
    total = torch.zeros((), dtype=coefficients[0].dtype)
    for c in coefficients[::-1]:
        total = total * x + c
    return total


def loss(prediction, y):
    return torch.nn.functional.mse_loss(prediction, torch.as_tensor(y, dtype=prediction.dtype))


def visit(parameters, x, y, lr):
    if not torch.isfinite(value := loss(forward(x, *parameters), y)):
        raise Stopped
    for p, slope in zip(parameters, torch.autograd.grad(value, parameters)):
        p.data.sub_(slope, alpha=lr)
    return value.item()


def train(parameters, xs, ys, lr, epochs):
    history = []
    with suppress(Stopped):
        while len(history) < epochs:
            *_, last = [visit(parameters, x, y, lr) for x, y in zip(xs, ys)]
            history.append(last)
    return history
