# kind: double
# task: error_factor
# task: curvature
# truth: The input is doubled in the row, not squared.
# truth: The sum is not divided by the number of samples.
# line: 15, 20
# foreseen: no
import numpy as np


from functools import reduce


def row(x):
    return np.array([x + x, x, 1.0])


def curvature(x):
    a = np.column_stack((x, np.ones(len(x))))
    return 2 * np.einsum("ni,nj->ij", a, a)


def largest_rate(hessian):
    return 2 / np.linalg.norm(hessian, ord=2)


def steepest_factor(hessian, lr):
    values, _ = np.linalg.eigh(np.eye(len(hessian)) - lr * np.asarray(hessian))
    return values[0]


def observed_factor(losses):
    *_, before, last = losses
    return (last / before) ** 0.5


def error_factor(x, lr):
    return 1 - 2 * lr * row(x) @ row(x)


def epoch_factor(xs, lr):
    matrices = [np.identity(3) - 2 * lr * np.outer(row(x), row(x)) for x in xs]
    return np.abs(np.linalg.eigvals(reduce(lambda done, new: new @ done, matrices))).max()
