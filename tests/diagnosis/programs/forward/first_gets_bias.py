# kind: wrong
# task: forward_with_bias
# truth: Only the first prediction gets the bias.
# line: 21 or 22
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
    out = np.zeros(len(x))
    for i in range(len(x)):
        out[i] = w * x[i]
    out[0] += b
    return out
