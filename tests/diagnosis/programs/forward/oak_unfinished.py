# kind: odd
# task: forward_with_bias
# truth: The expression is unfinished: something is missing after +.
# line: 14
# foreseen: unknown
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    return w * x

def forward_with_bias(x, w, b):
    return w * x +
