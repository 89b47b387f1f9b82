"""A student who wants to train until the gradient is exactly zero, in the function that computes it."""
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    lr = 0.01
    dw = np.mean(2 * (w * x + b - y) * x)
    db = np.mean(2 * (w * x + b - y))
    while dw != 0 or db != 0:
        dw = np.mean(2 * (w * x + b - y) * x)
        db = np.mean(2 * (w * x + b - y))
        w - lr * dw
        b - lr * db
    return dw, db
