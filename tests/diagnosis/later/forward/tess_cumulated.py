# kind: wrong
# task: forward_with_bias
# truth: the bias is added once more for each sample before
# line: 14
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    return w * x + b * np.arange(1, len(x) + 1)
