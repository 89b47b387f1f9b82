# kind: right
# foreseen: unknown
import numpy as np
def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


def moments(x):
    """Return mean and variance of every column, both with one pass over the rows."""
    n = len(x)
    mean = np.add.reduce(x) / n
    return mean, np.einsum("nd,nd->d", x - mean, x - mean) / n


def forward(x, gamma, beta, eps):
    mean, variance = moments(x)
    spread = np.sqrt(variance + eps)
    xhat = (x - mean) / spread
    return xhat * gamma + beta, xhat, spread


def backward(x, gamma, beta, eps, g, xhat, spread):
    n = len(x)
    s = g * gamma
    dx = np.empty_like(x)
    for j in range(x.shape[1]):
        jacobian = np.eye(n) - 1 / n - np.outer(xhat[:, j], xhat[:, j]) / n
        dx[:, j] = jacobian @ s[:, j] / spread[j]
    return dx, np.einsum("nd,nd->d", g, xhat), np.add.reduce(g)


def update_running(x, running_mean, running_variance, momentum):
    n = len(x)
    mean, variance = moments(x)
    blend = lambda old, new: old + momentum * (new - old)
    return blend(running_mean, mean), blend(running_variance, variance * n / (n - 1))


def predict(x, gamma, beta, eps, running_mean, running_variance):
    scale = gamma / np.sqrt(running_variance + eps)
    return x * scale + (beta - running_mean * scale)
