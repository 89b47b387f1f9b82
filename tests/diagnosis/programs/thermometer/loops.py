# kind: right
# foreseen: unknown
import math

import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        dw = dw + 2 * (prediction[i] - y[i]) * x[i]
        db = db + 2 * (prediction[i] - y[i])
    return dw / n, db / n


def train(w, b, x, y, lr, epochs):
    losses = []
    e = 0
    while e < epochs:
        prediction = []
        for xi in x:
            prediction.append(w * xi + b)
        prediction = np.array(prediction)
        value = float(loss(prediction, y))
        if math.isnan(value) or math.isinf(value):
            break
        losses.append(value)
        dw, db = gradient(x, y, prediction)
        w -= lr * dw
        b -= lr * db
        e += 1
    return w, b, losses


def in_original_units(w, b, scale):
    new_w = scale * w
    new_b = b
    return new_w, new_b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    scaled = np.array([scale * xi for xi in x])
    w, b, losses = train(w, b, scaled, y, lr, epochs)
    return in_original_units(w, b, scale) + (losses,)
