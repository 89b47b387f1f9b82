# kind: wrong
# task: update_running
# truth: running std
# line: 30
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
    s = gamma * g
    dx = (s - s.mean(axis=0) - xhat * (s * xhat).mean(axis=0)) / spread
    return dx, (g * xhat).sum(axis=0), g.sum(axis=0)


def update_running(x, running_mean, running_variance, momentum):
    rm = running_mean * (1 - momentum) + momentum * x.mean(axis=0)
    rv = running_variance * (1 - momentum) + momentum * x.std(axis=0, ddof=1)
    return rm, rv


def predict(x, gamma, beta, eps, running_mean, running_variance):
    return gamma * (x - running_mean) / np.sqrt(running_variance + eps) + beta
