# kind: right
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return np.subtract(prediction, y) * 2


def dprediction_dw(w, b, x):
    one_more = (w + 1) * x + b
    return one_more - (w * x + b)


def gradient(w, b, x, y):
    d = 2 * (w * x + b - y)
    db = d.mean()
    # mean of a product = covariance + product of means
    dw = np.mean((d - db) * (x - x.mean())) + db * x.mean()
    return dw, db
