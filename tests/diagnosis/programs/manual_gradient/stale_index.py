# kind: wrong
# task: gradient
# truth: The last x of the loop is used for every sample's slope in w.
# line: 22
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    errors = []
    for i in range(len(x)):
        errors.append(dloss_dprediction(w * x[i] + b, y[i]))
    errors = np.array(errors)
    dw = np.mean(errors * x[i])
    db = np.mean(errors)
    return dw, db
