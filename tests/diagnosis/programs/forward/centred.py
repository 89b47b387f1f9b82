# kind: wrong
# task: forward_with_bias
# truth: The mean of the inputs is subtracted from them before they are multiplied by w.
# line: 15
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    mean = np.mean(x)
    centred = x - mean
    return w * centred + b
