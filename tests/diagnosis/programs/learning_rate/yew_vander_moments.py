# kind: right
# foreseen: unknown
import numpy as np


from functools import reduce


def curvature(x):
    columns = np.vander(x, 2)
    return 2 * np.einsum("ni,nj->ij", columns, columns) / len(x)


def steepest(hessian):
    return float(np.linalg.norm(hessian, ord=2))


def largest_rate(hessian):
    return 2 / steepest(hessian)


def steepest_factor(hessian, lr):
    return float(np.linalg.eigvalsh(np.eye(len(hessian)) - lr * np.asarray(hessian))[0])


def observed_factor(losses):
    *_, before, last = losses
    return (last / before) ** 0.5


def features(x):
    return np.array([x ** 2, x, 1.0])


def error_factor(x, lr):
    return 1 - 2 * lr * float(features(x) @ features(x))


def epoch_factor(xs, lr):
    moves = [np.eye(3) - 2 * lr * np.outer(features(x), features(x)) for x in xs]
    return float(np.abs(np.linalg.eigvals(reduce(np.matmul, moves))).max())
