# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def curvature(x):
    X = np.vstack((x, np.ones_like(x)))
    return 2 * (X @ X.T) / x.shape[0]


def largest_rate(hessian):
    return 2 / np.linalg.norm(hessian, 2)


def steepest_factor(hessian, lr):
    return 1 - lr * np.linalg.eigvalsh(hessian).max()


def observed_factor(losses):
    *_, a, b = losses
    return (b / a) ** 0.5


def error_factor(x, lr):
    return 1 - 2 * lr * (x ** 4 + x ** 2 + 1)


def epoch_factor(xs, lr):
    step = lambda x: np.eye(3) - 2 * lr * np.array([[x**4, x**3, x**2], [x**3, x**2, x], [x**2, x, 1]])
    product = np.linalg.multi_dot([step(x) for x in reversed(xs)]) if len(xs) > 1 else step(xs[0])
    return max(abs(v) for v in np.linalg.eigvals(product))
