# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


def forward(x, gamma, beta, eps):
    spread = np.sqrt(x.var(axis=0) + eps)
    xhat = (x - x.mean(axis=0)) / spread
    return gamma * xhat + beta, xhat, spread


def backward(x, gamma, beta, eps, g, xhat, spread):
    n = len(x)
    mu = np.mean(x, axis=0)
    dxhat = g * gamma
    dvar = np.sum(dxhat * (x - mu) * -0.5 * spread ** -3, axis=0)
    dmu = np.sum(-dxhat / spread, axis=0) + dvar * np.mean(-2 * (x - mu), axis=0)
    dx = dxhat / spread + dvar * 2 * (x - mu) / n + dmu / n
    return dx, np.sum(g * xhat, axis=0), np.sum(g, axis=0)


def update_running(x, running_mean, running_variance, momentum):
    return (
        (1 - momentum) * running_mean + momentum * x.mean(axis=0),
        (1 - momentum) * running_variance + momentum * x.var(axis=0, ddof=1),
    )


def predict(x, gamma, beta, eps, running_mean, running_variance):
    return gamma * (x - running_mean) / np.sqrt(running_variance + eps) + beta
