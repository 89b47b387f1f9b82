# kind: wrong
# task: half_squared_error
# truth: Only the first two outputs are counted.
# line: 22
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    # binomial formula
    return prediction**2 - 2 * prediction * y + y**2


def mean_squared_error(predictions, y):
    squares = [squared_error(p, t) for p, t in zip(predictions, y)]
    return sum(squares) / len(squares)


def half_squared_error(outputs, targets):
    o1, o2 = outputs[0], outputs[1]
    t1, t2 = targets[0], targets[1]
    return 0.5 * (o1 - t1) ** 2 + 0.5 * (o2 - t2) ** 2
