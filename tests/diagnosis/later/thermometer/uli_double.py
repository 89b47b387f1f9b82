# kind: double
# task: train
# task: train
# truth: b moves by the slope of w
# truth: the loss is noted twice in every epoch
# line: 29
# line: 31
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    e = 2 * (prediction - y)
    return np.mean(e * x), np.mean(e)


def train(w, b, x, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        prediction = w * x + b
        value = loss(prediction, y)
        if not np.isfinite(value):
            break
        losses.append(value)
        losses.append(value)
        dw, db = gradient(x, y, prediction)
        w, b = w - lr * dw, b - lr * dw
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b
