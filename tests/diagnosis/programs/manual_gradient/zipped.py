# kind: right
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return np.array([2 * (p - t) for p, t in zip(prediction, y)])


def dprediction_dw(w, b, x):
    return np.array([xi for xi in x])


def gradient(w, b, x, y):
    per_sample = [(2 * (w * xi + b - yi) * xi, 2 * (w * xi + b - yi)) for xi, yi in zip(x, y)]
    return tuple(np.mean(per_sample, axis=0))


if __name__ == "__main__":
    print(gradient(1.0, 0.0, np.array([3.0]), np.array([6.0])))
