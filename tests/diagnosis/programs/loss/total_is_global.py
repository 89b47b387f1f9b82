# kind: wrong
# task: mean_squared_error
# truth: The total is a global variable that is never reset, so later calls also contain the squares of earlier ones.
# line: 18
# foreseen: unknown
import numpy as np

total = 0.0


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    global total
    for p, t in zip(predictions, y):
        total += squared_error(p, t)
    return total / len(y)


def half_squared_error(outputs, targets):
    return np.sum(squared_error(outputs, targets)) / 2
