# kind: double
# task: observed_factor
# task: observed_factor
# truth: The quotient is turned.
# truth: The root is missing.
# line: 34, 34
# foreseen: no
import numpy as np


from functools import reduce


def row(x):
    return np.array([x * x, x, 1.0])


def curvature(x):
    a = np.column_stack((x, np.ones(len(x))))
    return 2 * np.einsum("ni,nj->ij", a, a) / len(a)


def largest_rate(hessian):
    return 2 / np.linalg.norm(hessian, ord=2)


def steepest_factor(hessian, lr):
    values, _ = np.linalg.eigh(np.eye(len(hessian)) - lr * np.asarray(hessian))
    return values[0]


def observed_factor(losses):
    *_, before, last = losses
    return (before / last) ** 1


def error_factor(x, lr):
    return 1 - 2 * lr * row(x) @ row(x)


def epoch_factor(xs, lr):
    matrices = [np.identity(3) - 2 * lr * np.outer(row(x), row(x)) for x in xs]
    return np.abs(np.linalg.eigvals(reduce(lambda done, new: new @ done, matrices))).max()
