# kind: wrong
# task: mean_squared_error
# truth: A column minus a row compares every prediction with every target, so the mean runs over all n·n pairs.
# line: 15
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    p = predictions.reshape(-1, 1)
    diff = p - y
    return (diff**2).mean()


def half_squared_error(outputs, targets):
    return ((outputs - targets) ** 2).sum() / 2
