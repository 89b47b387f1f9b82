# kind: double
# task: forward
# task: forward_with_bias
# truth: the absolute value of the weight is taken
# truth: the bias is added to the first prediction only
# line: 16
# line: 21
# foreseen: unknown
import numpy as np


x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    return abs(w) * x


def forward_with_bias(x, w, b):
    y = w * x
    y[0] = y[0] + b
    return y
