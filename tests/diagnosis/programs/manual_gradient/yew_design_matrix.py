# kind: right
# foreseen: unknown
import numpy as np
def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def residual(w, b, x, y):
    return np.vstack([x, np.ones(len(x))]).T @ [w, b] - y


def dloss_dprediction(prediction, y):
    return np.subtract(prediction, y) * 2


def dprediction_dw(w, b, x):
    return np.copy(x)


def gradient(w, b, x, y):
    design = np.vstack([dprediction_dw(w, b, x), np.ones(len(x))])
    link = dloss_dprediction(residual(w, b, x, y) + y, y)
    dw, db = design @ link / x.size
    return dw, db
