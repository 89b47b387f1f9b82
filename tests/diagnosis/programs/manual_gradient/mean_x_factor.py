# kind: wrong
# task: gradient
# truth: dw multiplies each error by the mean of all x instead of by its own x.
# line: 24
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return np.array([2 * (p - t) for p, t in zip(prediction, y)])


def dprediction_dw(w, b, x):
    return np.array([xi for xi in x])


def gradient(w, b, x, y):
    x_mean = np.mean(x)
    errors = [w * xi + b - yi for xi, yi in zip(x, y)]
    dw = np.mean([2 * e * x_mean for e in errors])
    db = np.mean([2 * e for e in errors])
    return dw, db


if __name__ == "__main__":
    print(gradient(1.0, 0.0, np.array([3.0]), np.array([6.0])))
