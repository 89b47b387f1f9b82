import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    while True:
        w = w - 0.1 * dloss_dprediction(w * x + b, y).mean()
        if w == 0:
            return w, b
