# kind: wrong
# task: curvature
# truth: The corner grows with n.
# line: 15
# foreseen: no
import numpy as np


def curvature(x):
    H = [[0, 0], [0, 0]]
    for v in x:
        H[0][0] += 2 * v * v / len(x)
        H[0][1] += 2 * v / len(x)
        H[1][0] += 2 * v / len(x)
        H[1][1] += 2
    return np.array(H)


def largest_rate(hessian):
    werte, _ = np.linalg.eigh(hessian)
    return 2.0 / werte[-1]


def steepest_factor(hessian, lr):
    return min(np.linalg.eigvalsh(np.eye(len(hessian)) - lr * hessian))


def observed_factor(losses):
    a = np.sqrt(np.array(losses[-2:]))
    return a[1] / a[0]


def error_factor(x, lr):
    return 1 - 2 * lr * sum(x**k for k in (4, 2, 0))


def epoch_factor(xs, lr):
    def sample(d, x):
        a = np.array([x**2, x, 1.0])
        return d - 2 * lr * a * (a @ d)

    spalten = []
    for e in np.eye(3):
        d = e
        for x in xs:
            d = sample(d, x)
        spalten.append(d)
    return np.abs(np.linalg.eigvals(np.column_stack(spalten))).max()
