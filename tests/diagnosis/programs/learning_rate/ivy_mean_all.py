# kind: wrong
# task: observed_factor
# truth: average growth over all steps
# line: 24
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def curvature(x):
    return 2 * np.array([[np.mean(x ** 2), np.mean(x)], [np.mean(x), 1.0]])


def largest_rate(hessian):
    return 2 / np.linalg.eigvalsh(hessian).max()


def steepest_factor(hessian, lr):
    return 1 - lr * np.linalg.eigvalsh(hessian).max()


def observed_factor(losses):
    return np.sqrt(losses[-1] / losses[0]) ** (1 / (len(losses) - 1))


def error_factor(x, lr):
    return 1 - 2 * lr * (x ** 4 + x ** 2 + 1)


def epoch_factor(xs, lr):
    m = np.eye(3)
    for x in xs:
        a = np.array([x ** 2, x, 1])
        m = (np.eye(3) - 2 * lr * np.outer(a, a)) @ m
    return np.abs(np.linalg.eigvals(m)).max()
