# kind: right
# foreseen: unknown
import numpy as np


def predict(x1, x2, w1, w2, b):
    return float(np.dot([x1, x2], [w1, w2]) + b)


def decide(prediction):
    return int(np.where(prediction > 0, 1, -1))


def slopes(x1, x2, target, prediction):
    x = np.array([x1, x2, 1.0])
    return tuple(2 * (prediction - target) * x)


def train(samples, w1, w2, b, lr, epochs):
    theta = np.array([w1, w2, b], dtype=float)
    for _ in range(epochs):
        for x1, x2, t in samples:
            theta -= lr * np.array(slopes(x1, x2, t, predict(x1, x2, *theta)))
    return theta[0], theta[1], theta[2]
