# kind: wrong
# task: forward_with_bias
# truth: The predictions are put into an array of whole numbers and lose their fractions.
# line: 17 or 15
# foreseen: unknown
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    return np.polyval([w, 0], x)


def forward_with_bias(x, w, b):
    out = np.zeros(len(x), dtype=int)
    for i, xi in enumerate(x):
        out[i] = w * xi + b
    return out
