# kind: wrong
# task: slopes
# truth: The slopes carry the factor p(1 - p) of a sigmoid, although the prediction is a plain sum.
# line: 18
# foreseen: unknown
import numpy as np


def predict(x1, x2, w1, w2, b):
    return float(np.dot([x1, x2], [w1, w2]) + b)


def decide(prediction):
    return int(np.where(prediction > 0, 1, -1))


def slopes(x1, x2, target, prediction):
    delta = 2 * (prediction - target) * prediction * (1 - prediction)
    return delta * x1, delta * x2, delta


def train(samples, w1, w2, b, lr, epochs):
    theta = np.array([w1, w2, b], dtype=float)
    for _ in range(epochs):
        for x1, x2, t in samples:
            theta -= lr * np.array(slopes(x1, x2, t, predict(x1, x2, *theta)))
    return theta[0], theta[1], theta[2]
