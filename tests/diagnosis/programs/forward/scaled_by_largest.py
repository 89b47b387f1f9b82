# kind: wrong
# task: forward_with_bias
# truth: The inputs are divided by the largest of them before they are multiplied by w.
# line: 14
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    x_norm = x / np.max(np.abs(x))
    return w * x_norm + b
