# kind: double
# task: gradient
# task: gradient
# truth: The prediction inside gradient leaves out the bias.
# truth: The pair is returned in the wrong order, db before dw.
# line: 20, 23
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * prediction - 2 * y


def dprediction_dw(w, b, x):
    return x + 0 * w


def gradient(w, b, x, y):
    e = w * x - y
    dw = np.mean(2 * e * x)
    db = np.mean(2 * e)
    return db, dw
