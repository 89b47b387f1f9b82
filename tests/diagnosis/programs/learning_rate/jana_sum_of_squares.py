# kind: wrong
# task: curvature
# truth: the loss is the sum of the squares in place of the mean
# line: 13
# foreseen: unknown
from functools import reduce

import numpy as np


def curvature(x):
    def mse(p):
        return ((p[0] * x + p[1]) ** 2).sum()

    # a parabola with its lowest value 0 at p = 0: these differences are exact
    units = np.eye(2)
    return np.array([[mse(a + b) - mse(a) - mse(b) for b in units] for a in units])


def largest_rate(hessian):
    return 2 / max(np.linalg.eigvals(hessian).real)


def steepest_factor(hessian, lr):
    return 1 - 2 * lr / largest_rate(hessian)


def observed_factor(losses):
    *_, before, last = losses
    return (last / before) ** 0.5


def error_factor(x, lr):
    return 1 - 2 * lr - 2 * lr * x**2 - 2 * lr * x**4


def step_matrix(x, lr):
    a = np.array([[x**2], [x], [1.0]])
    return np.eye(3) - 2 * lr * (a @ a.T)


def epoch_factor(xs, lr):
    epoch = reduce(lambda done, x: step_matrix(x, lr) @ done, xs, np.eye(3))
    return float(np.max(np.abs(np.linalg.eigvals(epoch))))
