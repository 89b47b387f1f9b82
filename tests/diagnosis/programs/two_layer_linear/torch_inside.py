# kind: odd
# task: gradient
# truth: the slopes come from torch, which this page is solved without, so the file does not load
# foreseen: unknown
import numpy as np


def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


import torch


def forward(w1, b1, w2, b2, x):
    h = b1 + w1.dot(x)
    return h, b2 + w2.dot(h)


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    params = [torch.tensor(p, dtype=torch.float64, requires_grad=True) for p in (w1, b1, w2, b2)]
    W1, B1, W2, B2 = params
    xt = torch.tensor(x, dtype=torch.float64)
    yt = torch.tensor(y, dtype=torch.float64)
    hidden = W1 @ xt + B1
    out = W2 @ hidden + B2
    L = ((out - yt) ** 2).sum()
    L.backward()
    return tuple(p.grad.numpy() for p in params)


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    params = [torch.tensor(p, dtype=torch.float64, requires_grad=True) for p in (w1, b1, w2, b2)]
    W1, B1, W2, B2 = params
    X = torch.tensor(x, dtype=torch.float64)
    Y = torch.tensor(y, dtype=torch.float64)
    out = (X @ W1.T + B1) @ W2.T + B2
    L = ((out - Y) ** 2).sum(dim=1).mean()
    L.backward()
    return tuple(p.grad.numpy() for p in params)


def collapse(w1, b1, w2, b2):
    first = np.hstack([w1, b1[:, None]])
    both = np.dot(w2, first)
    return both[:, :-1], both[:, -1] + b2
