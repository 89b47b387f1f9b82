# kind: odd
# task: gradient
# truth: The file reads the readings from a file thermometer.csv while it loads, which does not exist where it is graded.
# foreseen: unknown
import numpy as np

data = np.loadtxt("thermometer.csv", delimiter=",")


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    error = prediction - y
    return np.mean(2 * error * x), np.mean(2 * error)


def train(w, b, x, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        prediction = w * x + b
        error = loss(prediction, y)
        if not np.isfinite(error):
            break
        losses.append(error)
        dw, db = gradient(x, y, prediction)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    return (*in_original_units(w, b, scale), losses)
