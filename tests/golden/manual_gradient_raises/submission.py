import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    prediction = forward(x, w, b)
    link = dloss_dprediction(prediction, y)
    return np.mean(link * dprediction_dw(w, b, x)), np.mean(link)
