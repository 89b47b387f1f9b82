# kind: wrong
# task: mean_squared_slope
# truth: the slope is that of the sum of the squares
# line: 47
# foreseen: unknown
import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the outputs o of the network with the weights w1 … w8, an array of shape (2,)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])


def backward(w, x, slope):
    """Return a loss's slopes for w1 … w8, given its slopes for the two outputs."""
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return np.asarray(slope) @ (forward(moved, x).imag / 1e-20)


def half_sum(o, t):
    """Return half the sum of the squared errors of two outputs, one number."""
    return 0.5 * np.sum((o - t) ** 2)


def loss_of_outputs(o, t):
    """Return the cross-entropy as a function of the outputs: one number."""
    return cross_entropy(softmax(o), t)


import torch
import torch.nn.functional as F


def mean_squared_error(o, y):
    return F.mse_loss(torch.from_numpy(o), torch.from_numpy(y)).item()


def mean_squared_slope(o, y):
    out = torch.tensor(o, requires_grad=True)
    F.mse_loss(out, torch.tensor(y), reduction="sum").backward()
    return out.grad.numpy()


def softmax(o):
    return torch.softmax(torch.tensor(o), dim=0).numpy()


def cross_entropy(s, t):
    return -(torch.tensor(t) * torch.log(torch.tensor(s))).sum().item()


def cross_entropy_slope(o, t, s):
    out = torch.tensor(o, requires_grad=True)
    loss = -(torch.tensor(t) * F.log_softmax(out, dim=0)).sum()
    loss.backward()
    return out.grad.numpy()


def failed_conditions(targets):
    rows = torch.tensor(targets)
    negative = (rows < 0).any(dim=1)
    off = ~torch.isclose(rows.sum(dim=1), torch.ones(len(rows), dtype=rows.dtype))
    return negative.tolist(), off.tolist()


def train(w, x, t, step, rounds):
    losses, errors = [], []
    for _ in range(rounds):
        o = forward(w, x)
        s = softmax(o)
        losses.append(cross_entropy(s, t))
        errors.append(half_sum(o, t))
        w = w - step * backward(w, x, cross_entropy_slope(o, t, s))
    return w, losses, errors
