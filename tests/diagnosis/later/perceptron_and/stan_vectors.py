# kind: right
# task: train
# truth: right: with arrays
# foreseen: unknown
import numpy as np


def predict(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 + b


def decide(prediction):
    return 1 if prediction > 0 else -1


def slopes(x1, x2, target, prediction):
    push = 2 * (prediction - target)
    return push * x1, push * x2, push


def train(samples, w1, w2, b, lr, epochs):
    theta = np.array([w1, w2, b], dtype=float)
    for _ in range(epochs):
        for x1, x2, target in samples:
            p = predict(x1, x2, *theta)
            theta = theta - lr * np.array(slopes(x1, x2, target, p))
    return tuple(theta)
