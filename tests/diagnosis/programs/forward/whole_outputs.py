# kind: wrong
# task: forward_with_bias
# truth: The predictions are stored in an array of integers, which cuts off their decimals.
# line: 21 or 19
# foreseen: unknown
import numpy as np


def forward(x, w):
    if np.ndim(x) == 0:
        return w * x
    out = np.zeros(len(x))
    for i in range(len(x)):
        out[i] = w * x[i]
    return out


def forward_with_bias(x, w, b):
    out = np.zeros(len(x), dtype=int)
    for i in range(len(x)):
        out[i] = w * x[i] + b
    return out
