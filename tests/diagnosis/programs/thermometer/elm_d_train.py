# kind: double
# task: train
# task: train
# truth: b moves with w's slope
# truth: loss noted before the check: a non-finite loss is noted too
# line: 43, 39
# foreseen: no
# This exercise is solved without torch.

import numpy as np


def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    """Return the pair (dL/dw, dL/db) of the mean squared error, two numbers.

    x, y: arrays of shape (n,).  prediction: what w·x + b gives for them, an array of shape (n,).
    """
    diff = prediction - y
    return 2 * np.dot(diff, x) / len(x), 2 * diff.sum() / len(x)


def train(w, b, x, y, lr, epochs):
    """Train with one step per epoch; return (w, b, losses), the losses as a list with one for each epoch.

    w, b: the start, two numbers.  x, y: arrays of shape (n,).  lr: the learning rate.  epochs: how many.

    A loss is computed before its epoch's step. As soon as one is not finite, return w, b and the losses of
    the epochs before.
    """
    past = []
    while len(past) < epochs:
        p = w * x + b
        cost = loss(p, y)
        past.append(cost)
        if not np.isfinite(cost):
            break
        dw, db = gradient(x, y, p)
        w, b = w - lr * dw, b - lr * dw
    return w, b, past


def in_original_units(w, b, scale):
    """Return the pair (w, b) that predicts for x what the given pair predicts for scale·x.

    w, b: numbers, the line that was trained on scale·x.  scale: a number.
    """
    return w * scale, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    """Train on the inputs scale·x; return (w, b, losses) with w and b for the original inputs x.

    w, b: the start of the training, for the scaled inputs.  x, y: arrays of shape (n,), x in its original
    unit.  scale, lr: numbers.  epochs: how many steps.
    """
    w, b, past = train(w, b, scale * x, y, lr, epochs)
    return (*in_original_units(w, b, scale), past)

