# kind: wrong
# task: gradient
# truth: w and b are moved by each sample's slope while the loop is still adding up, so later samples meet other parameters.
# line: 24
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    lr = 0.01
    gw, gb = [], []
    for xi, yi in zip(x, y):
        d = dloss_dprediction(w * xi + b, yi)
        gw.append(d * xi)
        gb.append(d)
        w = w - lr * gw[-1]
        b = b - lr * gb[-1]
    return np.mean(gw), np.mean(gb)
