# kind: wrong
# task: train
# truth: w is moved with a hundredth of the learning rate, b with all of it.
# line: 42 or 33
# foreseen: unknown
import numpy as np


def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


class Line:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def predict(self, x):
        return self.w * x + self.b

    def step(self, dw, db, lr):
        self.w -= lr * dw
        self.b -= lr * db


def gradient(x, y, prediction):
    slope = 2 * (prediction - y)
    return (slope * x).mean(), slope.mean()


def train(w, b, x, y, lr, epochs):
    line = Line(w, b)
    lr_w = lr / 100
    losses = []
    for _ in range(epochs):
        prediction = line.predict(x)
        L = loss(prediction, y)
        if not np.isfinite(L):
            break
        losses.append(L)
        dw, db = gradient(x, y, prediction)
        line.w -= lr_w * dw
        line.b -= lr * db
    return line.w, line.b, losses


def in_original_units(w, b, scale):
    line = Line(w, b)
    # rise from x = 0 to x = 1 and height at 0
    at_zero = line.predict(scale * 0.0)
    at_one = line.predict(scale * 1.0)
    return w * scale, at_zero


def fit_scaled(w, b, x, y, scale, lr, epochs):
    trained_w, trained_b, losses = train(w, b, scale * x, y, lr, epochs)
    return *in_original_units(trained_w, trained_b, scale), losses
