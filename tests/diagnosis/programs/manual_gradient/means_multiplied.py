# kind: wrong
# task: gradient
# truth: The two links are averaged separately and their means multiplied for dw, instead of averaging the product.
# line: 25
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    prediction = w * x + b
    link1 = np.mean(dloss_dprediction(prediction, y))
    link2 = np.mean(dprediction_dw(w, b, x))
    return link1 * link2, link1
