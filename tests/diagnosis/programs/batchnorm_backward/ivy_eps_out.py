# kind: wrong
# task: forward
# truth: eps outside the root
# line: 17
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


def forward(x, gamma, beta, eps):
    spread = np.std(x, axis=0) + eps
    xhat = (x - x.mean(axis=0)) / spread
    return gamma * xhat + beta, xhat, spread


def backward(x, gamma, beta, eps, g, xhat, spread):
    s = gamma * g
    dx = (s - s.mean(axis=0) - xhat * (s * xhat).mean(axis=0)) / spread
    return dx, (g * xhat).sum(axis=0), g.sum(axis=0)


def update_running(x, running_mean, running_variance, momentum):
    return (
        (1 - momentum) * running_mean + momentum * x.mean(axis=0),
        (1 - momentum) * running_variance + momentum * x.var(axis=0, ddof=1),
    )


def predict(x, gamma, beta, eps, running_mean, running_variance):
    return gamma * (x - running_mean) / np.sqrt(running_variance + eps) + beta
