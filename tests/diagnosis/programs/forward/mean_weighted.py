# kind: wrong
# task: forward
# truth: forward multiplies w by the mean of the inputs instead of by each input.
# line: 10
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * np.mean(x)


def forward_with_bias(x, w, b):
    return np.polyval([w, b], x)
