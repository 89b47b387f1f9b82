# kind: double
# task: train
# task: train
# truth: The loss is computed after the step instead of before it.
# truth: Nothing stops the training when the loss is not finite.
# line: 28
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    error = prediction - y
    dw = np.mean(2 * error * x)
    db = np.mean(2 * error)
    return dw, db


def train(w, b, x, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        dw, db = gradient(x, y, w * x + b)
        w = w - lr * dw
        b = b - lr * db
        losses.append(loss(w * x + b, y))
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
