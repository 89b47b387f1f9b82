# kind: wrong
# task: forward_with_bias
# truth: the bias is multiplied by the weight as well
# line: 17
# foreseen: unknown
import numpy as np


x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    return x * w


def forward_with_bias(x, w, b):
    return w * (x + b)
