# kind: double
# task: gradient
# task: gradient
# truth: The mean error is multiplied by the mean input.
# truth: The sum is taken for b.
# line: 16, 17
# foreseen: unknown
import numpy as np
def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    error = prediction - y
    dw = np.mean(2 * error) * np.mean(x)
    db = np.sum(2 * error)
    return dw, db


def train(w, b, x, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        prediction = w * x + b
        current = loss(prediction, y)
        if not np.isfinite(current):
            break
        losses.append(current)
        dw, db = gradient(x, y, prediction)
        w = w - lr * dw
        b = b - lr * db
    return w, b, losses


def in_original_units(w, b, scale):
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, x * scale, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses
