# kind: double
# task: slopes
# task: slopes
# truth: the slope of w2 has x1 as its factor
# truth: the factor 2 is missing
# line: 21
# line: 22
# foreseen: unknown
import numpy as np


def predict(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 + b


def decide(prediction):
    return 1 if prediction > 0 else -1


def slopes(x1, x2, target, prediction):
    push = prediction - target
    return push * x1, push * x1, push


def train(samples, w1, w2, b, lr, epochs):
    for _ in range(epochs):
        for x1, x2, target in samples:
            p = predict(x1, x2, w1, w2, b)
            d1, d2, d3 = slopes(x1, x2, target, p)
            w1, w2, b = w1 - lr * d1, w2 - lr * d2, b - lr * d3
    return w1, w2, b
