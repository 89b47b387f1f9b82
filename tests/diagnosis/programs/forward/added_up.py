# kind: wrong
# task: forward
# truth: forward returns the sum of the predictions, one number, instead of one prediction for every input.
# line: 10
# foreseen: unknown
import numpy as np


def forward(x, w):
    return np.sum(w * x)


def forward_with_bias(x, w, b):
    return w * x + b
