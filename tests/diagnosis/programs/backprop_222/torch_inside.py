# kind: odd
# task: gradient
# truth: the slopes come from torch, which this page is solved without, so the file does not load
# foreseen: unknown
import numpy as np
import torch


def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    h = sigmoid(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
    o = sigmoid(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))
    return h, o


def loss(o, y):
    return ((o - y) ** 2).sum() / 2


def gradient(w, x, y, h, o):
    # let autograd find them
    wt = torch.tensor(np.asarray(w, dtype=float), dtype=torch.float64, requires_grad=True)
    xt = torch.tensor(np.asarray(x, dtype=float), dtype=torch.float64)
    yt = torch.tensor(np.asarray(y, dtype=float), dtype=torch.float64)
    hidden = torch.sigmoid(xt @ wt[:4].reshape(2, 2))
    out = torch.sigmoid(hidden @ wt[4:].reshape(2, 2))
    L = 0.5 * ((out - yt) ** 2).sum()
    L.backward()
    return wt.grad.numpy()


def train(w, x, y, step, rounds):
    losses = []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, losses
