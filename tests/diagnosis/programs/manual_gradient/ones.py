# kind: wrong
# task: dprediction_dw
# truth: dprediction_dw returns 1 for every sample, which is the slope with respect to b.
# line: 14
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * prediction - 2 * y


def dprediction_dw(w, b, x):
    return np.ones(len(x))


def gradient(w, b, x, y):
    # multiplied out: L = w² mean(x²) + b² + mean(y²) + 2wb mean(x) - 2w mean(xy) - 2b mean(y)
    sx = np.mean(x)
    sxx = np.mean(x * x)
    sxy = np.mean(x * y)
    sy = np.mean(y)
    dw = 2 * w * sxx + 2 * b * sx - 2 * sxy
    db = 2 * b + 2 * w * sx - 2 * sy
    return dw, db
