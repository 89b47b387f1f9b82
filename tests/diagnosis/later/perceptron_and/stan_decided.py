# kind: wrong
# task: train
# truth: the slopes are taken of the decision in place of the prediction
# line: 25
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
            p = decide(predict(x1, x2, w1, w2, b))
            d1, d2, d3 = slopes(x1, x2, target, p)
            w1, w2, b = w1 - lr * d1, w2 - lr * d2, b - lr * d3
    return w1, w2, b
