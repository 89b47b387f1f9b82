# kind: wrong
# task: forward_with_bias
# truth: The bias is divided by the number of samples before it is added.
# line: 15
# foreseen: unknown
import numpy as np


def forward(x, w):
    return x * w


def forward_with_bias(x, w, b):
    n = len(x)
    return x * w + b / n
