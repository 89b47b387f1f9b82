# kind: wrong
# task: train
# truth: The loss of an epoch's first sample is noted.
# line: 30 or 29
# foreseen: no
import numpy as np
import torch


merkmale = lambda x: torch.tensor([x**2, x, 1.0], dtype=torch.float64)


def forward(x, w1, w2, b):
    return torch.stack([w1, w2, b]).double() @ merkmale(x)


def loss(prediction, y):
    return torch.nn.functional.mse_loss(prediction, torch.as_tensor(y, dtype=prediction.dtype))


def train(parameters, xs, ys, lr, epochs):
    history, ok = [], True
    while ok and len(history) < epochs:
        for x, y in zip(xs, ys):
            L = loss(forward(x, *parameters), y)
            ok = bool(torch.isfinite(L))
            if not ok:
                break
            if x == xs[0] and y == ys[0]:
                first = L.item()
            for p, g in zip(parameters, torch.autograd.grad(L, parameters)):
                p.data.add_(g, alpha=-lr)
        else:
            history.append(first)
    return history
