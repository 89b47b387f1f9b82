# kind: double
# task: train
# task: train
# truth: w2 moves up its slope
# truth: the bias is never moved
# line: 31
# line: 32
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
    for _ in range(epochs):
        for x1, x2, target in samples:
            p = predict(x1, x2, w1, w2, b)
            d1, d2, d3 = slopes(x1, x2, target, p)
            w1 = w1 - lr * d1
            w2 = w2 + lr * d2
            b = b - 0 * d3
    return w1, w2, b
