# kind: right
# foreseen: unknown
import numpy as np
def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


from collections import namedtuple

Normalised = namedtuple("Normalised", "out xhat spread")


def forward(x, gamma, beta, eps):
    centred = x - x.mean(0)
    spread = (np.var(x, 0) + eps) ** 0.5
    xhat = centred / spread
    return Normalised(gamma * xhat + beta, xhat, spread)


def backward(x, gamma, beta, eps, g, xhat, spread):
    n = x.shape[0]
    s = gamma * g
    direct = s / spread
    dvariance = (s * xhat).sum(0) * -0.5 / spread**2
    dmean = -direct.sum(0)
    dx = direct + dmean / n + dvariance * 2 * (x - x.mean(0)) / n
    return [dx, (g * xhat).sum(0), g.sum(0)]


def update_running(x, running_mean, running_variance, momentum):
    keep = 1 - momentum
    return keep * running_mean + momentum * x.mean(axis=0), keep * running_variance + momentum * x.var(axis=0, ddof=1)


def predict(x, gamma, beta, eps, running_mean, running_variance):
    return np.stack([gamma * (row - running_mean) / (running_variance + eps) ** 0.5 + beta for row in x])
