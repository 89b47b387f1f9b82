# kind: wrong
# task: train
# truth: all predictions of an epoch are made before its first update
# line: 24
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
        before = [predict(x1, x2, w1, w2, b) for x1, x2, _ in samples]
        for (x1, x2, target), p in zip(samples, before):
            d1, d2, d3 = slopes(x1, x2, target, p)
            w1, w2, b = w1 - lr * d1, w2 - lr * d2, b - lr * d3
    return w1, w2, b
