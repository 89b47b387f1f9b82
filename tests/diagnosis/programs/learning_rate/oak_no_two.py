# kind: wrong
# task: curvature
# truth: The factor 2 is missing.
# line: 14
# foreseen: unknown
import numpy as np


def design(xs):
    return np.column_stack([xs ** 2, xs, np.ones_like(xs)])

def curvature(x):
    a = np.column_stack([x, np.ones_like(x)])
    return a.T @ a / len(x)

def largest_rate(hessian):
    *_, top = np.linalg.eigvalsh(hessian)
    return 2 / top

def steepest_factor(hessian, lr):
    return 1 - 2 * lr / largest_rate(hessian)

def observed_factor(losses):
    *_, before, after = losses
    return (after / before) ** 0.5

def error_factor(x, lr):
    return 1 - 2 * lr * np.polyval([1, 0, 1, 0, 1], x)

def epoch_factor(xs, lr):
    total = np.identity(3)
    for row in design(xs):
        total = (np.identity(3) - 2 * lr * np.multiply.outer(row, row)) @ total
    return np.abs(np.linalg.eigvals(total)).max()
