# kind: wrong
# task: train
# truth: Only nan stops the training; an infinite loss does not.
# line: 31
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
    for _ in range(epochs):
        prediction = w * x + b
        value = float(loss(prediction, y))
        if math.isnan(value):
            break
        losses.append(value)
        dw, db = gradient(x, y, prediction)
        w -= lr * dw
        b -= lr * db
    return w, b, losses


def in_original_units(w, b, scale):
    new_w = scale * w
    new_b = b
    return new_w, new_b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    scaled = np.array([scale * xi for xi in x])
    w, b, losses = train(w, b, scaled, y, lr, epochs)
    return in_original_units(w, b, scale) + (losses,)
