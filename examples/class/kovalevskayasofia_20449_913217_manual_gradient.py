import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    n = len(x)
    dw = db = 0.0
    for xi, yi in zip(x, y):
        e = w * xi + b - yi
        dw += 2 * e * xi / n
        db += 2 * e / n
    return dw, db
