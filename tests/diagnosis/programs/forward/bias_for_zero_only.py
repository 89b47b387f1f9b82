# kind: wrong
# task: forward_with_bias
# truth: The bias is added only where x is 0; every other prediction lacks it.
# line: 15
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    # the line must say b at x = 0
    return np.where(x == 0, b, w * x)
