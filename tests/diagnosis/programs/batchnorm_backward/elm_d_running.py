# kind: double
# task: update_running
# task: update_running
# truth: momentum share exchanged
# truth: biased variance
# line: 33, 35
# foreseen: no
import numpy as np


def loss(x, gamma, beta, eps, g):
    return np.sum(g * forward(x, gamma, beta, eps)[0])


def forward(x, gamma, beta, eps):
    mu = x.mean(0)
    var = ((x - mu) ** 2).mean(0)
    std = np.sqrt(var + eps)
    normed = (x - mu) / std
    return gamma * normed + beta, normed, std


def backward(x, gamma, beta, eps, g, xhat, spread):
    n = x.shape[0]
    dbeta = g.sum(0)
    dgamma = (g * xhat).sum(0)
    s = g * gamma
    dx = (n * s - s.sum(0) - xhat * (s * xhat).sum(0)) / (n * spread)
    return dx, dgamma, dbeta


def update_running(x, running_mean, running_variance, momentum):
    keep, momentum = momentum, 1 - momentum
    new_mean = keep * running_mean + momentum * x.mean(0)
    new_var = keep * running_variance + momentum * x.var(0)
    return new_mean, new_var


def predict(x, gamma, beta, eps, running_mean, running_variance):
    normed = (x - running_mean) / np.sqrt(running_variance + eps)
    return gamma * normed + beta
