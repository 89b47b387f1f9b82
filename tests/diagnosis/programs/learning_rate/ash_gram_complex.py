# kind: odd
# task: epoch_factor
# truth: All eigenvalues are returned.
# line: 36
# foreseen: no
import numpy as np


def curvature(x):
    a = np.vander(x, 2)
    return 2 * a.T @ a / len(x)


def largest_rate(hessian):
    return 2 / np.linalg.norm(hessian, 2)


def steepest_factor(hessian, lr):
    return 1 - 2 * lr / largest_rate(hessian)


def observed_factor(losses):
    *_, vorher, nachher = losses
    return (nachher / vorher) ** 0.5


def error_factor(x, lr):
    a = np.array([x * x, x, 1])
    return 1 - 2 * lr * a.dot(a)


def epoch_factor(xs, lr):
    M = np.identity(3)
    for a in np.vander(xs, 3):
        M -= 2 * lr * np.outer(a, a @ M)
    return np.linalg.eigvals(M)
