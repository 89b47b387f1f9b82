# kind: wrong
# task: forward_with_bias
# truth: The inputs are sorted first, so the predictions do not stand in the order of the samples.
# line: 14
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    x = np.sort(x)
    y_hat = w * x + b
    return y_hat
