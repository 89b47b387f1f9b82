# kind: right
# foreseen: unknown
import numpy as np

DEBUG = True


def log(*things):
    if DEBUG:
        print("[debug]", *things)


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    result = (prediction - y) + (prediction - y)
    log("link 1", result)
    return result


def dprediction_dw(w, b, x):
    log("link 2", x)
    return x


def gradient(w, b, x, y):
    n = float(len(x))
    dw, db = 0.0, 0.0
    for xi, yi in zip(x, y):
        delta = 2.0 * (w * xi + b - yi) / n
        dw, db = dw + delta * xi, db + delta
        log("so far", dw, db)
    return dw, db
