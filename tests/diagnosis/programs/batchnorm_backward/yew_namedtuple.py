# kind: right
# foreseen: unknown
import numpy as np
def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


from collections import namedtuple

Moments = namedtuple("Moments", "mean variance")


def moments(x, ddof=0):
    return Moments(np.mean(x, 0), np.var(x, 0, ddof=ddof))


def forward(x, gamma, beta, eps):
    batch = moments(x)
    spread = (batch.variance + eps) ** 0.5
    xhat = (x - batch.mean) / spread
    return gamma * xhat + beta, xhat, spread


def backward(x, gamma, beta, eps, g, xhat, spread):
    n = len(x)
    s = gamma * g
    dgamma, dbeta = np.einsum("nd,nd->d", g, xhat), np.einsum("nd->d", g)
    centred = s - s.sum(0) / n
    dx = (centred - xhat * (s * xhat).mean(0)) / spread
    return dx, dgamma, dbeta


def update_running(x, running_mean, running_variance, momentum):
    batch = moments(x, ddof=1)

    def towards(old, new):
        return old + momentum * (new - old)

    return towards(running_mean, batch.mean), towards(running_variance, batch.variance)


def predict(x, gamma, beta, eps, running_mean, running_variance):
    scale = gamma / np.sqrt(running_variance + eps)
    return scale * x + (beta - scale * running_mean)
