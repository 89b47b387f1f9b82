# kind: double
# task: curvature
# task: curvature
# truth: the square of the mean stands where the mean of the squares belongs
# truth: the factor 2 is missing
# line: 14
# line: 17 or 16
# foreseen: unknown
import numpy as np


def curvature(x):
    """Return the Hessian, w before b."""
    xx = np.mean(x) ** 2
    x1 = np.mean(x)
    H = np.array([[xx, x1], [x1, 1.0]])
    return H


def largest_rate(hessian):
    """Return the rate at the limit."""
    values = np.linalg.eigvalsh(hessian)
    biggest = values.max()
    return 2 / biggest


def steepest_factor(hessian, lr):
    """Return the factor in the steepest direction."""
    values = np.linalg.eigvalsh(hessian)
    biggest = values.max()
    return 1 - lr * biggest


def observed_factor(losses):
    """Return how the error grew in the last step."""
    last = losses[-1]
    before = losses[-2]
    return np.sqrt(last / before)


def error_factor(x, lr):
    """Return the factor of one sample."""
    length = x**4 + x**2 + 1
    return 1 - 2 * lr * length


def epoch_factor(xs, lr):
    """Return the largest absolute eigenvalue of an epoch."""
    M = np.eye(3)
    for x in xs:
        a = np.array([x**2, x, 1.0])
        S = np.eye(3) - 2 * lr * np.outer(a, a)
        M = S @ M
    values = np.linalg.eigvals(M)
    return np.abs(values).max()
