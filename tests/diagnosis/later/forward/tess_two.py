# kind: double
# task: forward
# task: forward_with_bias
# truth: the input is added in place of multiplied
# truth: the prediction is cut off below 0
# line: 13
# line: 17
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w + x


def forward_with_bias(x, w, b):
    return np.maximum(w * x + b, 0)
