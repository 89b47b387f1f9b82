# kind: odd
# task: backward
# truth: The slopes of gamma and beta have a row too many.
# line: 44
# foreseen: no
import numpy as np


def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


from typing import NamedTuple


class Statistik(NamedTuple):
    mean: np.ndarray
    variance: np.ndarray


def statistics(x):
    m = np.einsum("nd->d", x) / len(x)
    return Statistik(m, np.einsum("nd,nd->d", x - m, x - m) / len(x))


def normalise(x, mean, variance, eps):
    spread = np.sqrt(variance + eps)
    return (x - mean) / spread, spread


def forward(x, gamma, beta, eps):
    xhat, spread = normalise(x, *statistics(x), eps)
    return gamma * xhat + beta, xhat, spread


def backward(x, gamma, beta, eps, g, xhat, spread):
    n, d = g.shape
    s = g * gamma
    dx = np.zeros_like(x)
    for j in range(d):
        P = np.eye(n) - 1 / n - np.outer(xhat[:, j], xhat[:, j]) / n
        dx[:, j] = P @ s[:, j] / spread[j]
    return dx, (g * xhat).sum(0, keepdims=True), g.sum(0, keepdims=True)


def update_running(x, running_mean, running_variance, momentum):
    n = len(x)
    st = statistics(x)
    mix = lambda old, new: old + momentum * (new - old)
    return mix(running_mean, st.mean), mix(running_variance, st.variance * n / (n - 1))


def predict(x, gamma, beta, eps, running_mean, running_variance):
    return normalise(x, running_mean, running_variance, eps)[0] * gamma + beta
