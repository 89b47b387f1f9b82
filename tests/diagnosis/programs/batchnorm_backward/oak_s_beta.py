# kind: wrong
# task: backward
# truth: s is made with beta in place of gamma.
# line: 24
# foreseen: unknown
import numpy as np
def loss(x, gamma, beta, eps, g):
    return np.sum(g * forward(x, gamma, beta, eps)[0])


def normalise(x, mean, variance, eps):
    spread = (variance + eps) ** 0.5
    return (x - mean) / spread, spread

def forward(x, gamma, beta, eps):
    mu = x.mean(0)
    xhat, spread = normalise(x, mu, ((x - mu) ** 2).mean(0), eps)
    return gamma * xhat + beta, xhat, spread

def backward(x, gamma, beta, eps, g, xhat, spread):
    n = x.shape[0]
    dbeta = np.ones(n) @ g
    dgamma = np.einsum('nd,nd->d', g, xhat)
    s = beta * g
    dx = (n * s - s.sum(0) - xhat * (s * xhat).sum(0)) / (n * spread)
    return dx, dgamma, dbeta

def update_running(x, running_mean, running_variance, momentum):
    blend = lambda old, new: old + momentum * (new - old)
    return blend(running_mean, np.mean(x, axis=0)), blend(running_variance, np.var(x, axis=0, ddof=1))

def predict(x, gamma, beta, eps, running_mean, running_variance):
    xhat, _ = normalise(x, running_mean, running_variance, eps)
    return xhat * gamma + beta
