# kind: wrong
# task: largest_rate
# truth: the norm is that of all entries (Frobenius) in place of the largest eigenvalue
# line: 15
# foreseen: unknown
import numpy as np


def curvature(x):
    design = np.stack([x, np.ones(len(x))], axis=1)
    return 2 * design.T @ design / len(x)


def largest_rate(hessian):
    return 2 / np.linalg.norm(hessian)


def steepest_factor(hessian, lr):
    factors = np.linalg.eigvalsh(np.eye(len(hessian)) - lr * hessian)
    return factors[0]


def observed_factor(losses):
    errors = np.sqrt(np.array(losses))
    return errors[-1] / errors[-2]


def error_factor(x, lr):
    row = np.array([x**2, x, 1.0])
    return 1 - 2 * lr * row @ row


def epoch_factor(xs, lr):
    rows = np.stack([xs**2, xs, np.ones_like(xs)], axis=1)
    steps = np.eye(3) - 2 * lr * rows[:, :, None] * rows[:, None, :]
    whole = np.linalg.multi_dot([*steps[::-1], np.eye(3), np.eye(3)])
    return np.max(np.absolute(np.linalg.eigvals(whole)))
