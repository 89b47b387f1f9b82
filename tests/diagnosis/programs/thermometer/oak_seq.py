# kind: wrong
# task: train
# truth: b's slope is taken at the moved w.
# line: 25
# foreseen: unknown
import numpy as np
def loss(prediction, y):
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    twice = 2 * (prediction - y)
    n = twice.size
    return twice @ x / n, twice.sum() / n

def train(w, b, x, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        guess = w * x + b
        if not np.isfinite(now := loss(guess, y)):
            break
        losses.append(now)
        dw, db = gradient(x, y, guess)
        w = w - lr * dw
        b = b - lr * gradient(x, y, w * x + b)[1]
    return w, b, losses

def in_original_units(w, b, scale):
    return w * scale, b

def fit_scaled(w, b, x, y, scale, lr, epochs):
    *line, losses = train(w, b, scale * x, y, lr, epochs)
    return (*in_original_units(*line, scale), losses)
