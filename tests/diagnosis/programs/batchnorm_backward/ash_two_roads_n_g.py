# kind: wrong
# task: backward
# truth: The direct way is counted once.
# line: 24
# foreseen: no
import numpy as np


def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


def forward(x, gamma, beta, eps):
    spread = np.sqrt(np.var(x, axis=0) + eps)
    xhat = np.divide(x - x.mean(axis=0), spread)
    return xhat * gamma + beta, xhat, spread


def backward(x, gamma, beta, eps, g, xhat, spread):
    n = len(g)
    d_gamma = np.sum(g * xhat, axis=0)
    d_beta = np.sum(g, axis=0)
    dx = gamma / (n * spread) * (g - d_beta - xhat * d_gamma)
    return dx, d_gamma, d_beta


def update_running(x, running_mean, running_variance, momentum):
    alt, neu = 1 - momentum, momentum
    return alt * running_mean + neu * x.mean(0), alt * running_variance + neu * np.cov(x, rowvar=False).diagonal()


def predict(x, gamma, beta, eps, running_mean, running_variance):
    steigung = gamma / np.sqrt(running_variance + eps)
    return steigung * x + (beta - steigung * running_mean)
