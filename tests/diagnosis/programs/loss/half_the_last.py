# kind: wrong
# task: half_squared_error
# truth: The division by 2 applies only to the last output's square; the others are not halved.
# line: 23
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    error = prediction - y
    return error * error


def mean_squared_error(predictions, y):
    total = 0.0
    for i in range(len(predictions)):
        total += squared_error(predictions[i], y[i])
    return total / len(predictions)


def half_squared_error(outputs, targets):
    squares = [squared_error(o, t) for o, t in zip(outputs, targets)]
    return sum(squares[:-1]) + squares[-1] / 2
