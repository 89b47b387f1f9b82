# kind: odd
# task: curvature
# truth: the Hessian comes from torch, which this page is solved without, so the file does not load
# foreseen: unknown
import numpy as np
import torch


def curvature(x):
    xt = torch.as_tensor(x, dtype=torch.float64)

    def mse(p):
        return ((p[0] * xt + p[1]) ** 2).mean()

    return torch.autograd.functional.hessian(mse, torch.zeros(2, dtype=torch.float64)).numpy()


def largest_rate(hessian):
    return 2 / np.linalg.eigvalsh(hessian)[-1]


def steepest_factor(hessian, lr):
    return 1 - lr * np.linalg.eigvalsh(hessian)[-1]


def observed_factor(losses):
    return np.sqrt(losses[-1] / losses[-2])


def error_factor(x, lr):
    return 1 - 2 * lr * (x**4 + x**2 + 1)


def epoch_factor(xs, lr):
    epoch = np.eye(3)
    for x in xs:
        a = np.array([x**2, x, 1.0])
        epoch = (np.eye(3) - 2 * lr * np.outer(a, a)) @ epoch
    return np.max(np.abs(np.linalg.eigvals(epoch)))
