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
    n, d = x.shape
    dx = np.zeros((n, d))
    for j in range(d):
        J = (np.eye(n) - 1 / n - np.outer(xhat[:, j], xhat[:, j]) / n) / spread[j]
        dx[:, j] = J @ (g[:, j] * gamma[j])
    return dx, np.einsum("ij,ij->j", g, xhat), np.ones(n) @ g


def update_running(x, running_mean, running_variance, momentum):
    mean, variance = running_mean.copy(), running_variance.copy()
    mean += momentum * (np.mean(x, 0) - mean)
    variance += momentum * (np.cov(x, rowvar=False).diagonal() - variance if x.shape[1] > 1 else np.var(x, 0, ddof=1) - variance)
    return mean, variance


def predict(x, gamma, beta, eps, running_mean, running_variance):
    return gamma * (x - running_mean) / np.sqrt(running_variance + eps) + beta
