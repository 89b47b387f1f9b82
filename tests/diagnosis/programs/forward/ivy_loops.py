# kind: right
# foreseen: unknown
import numpy as np


x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    if np.ndim(x) == 0:
        return w * x
    out = np.empty(len(x))
    for i, xi in enumerate(x):
        out[i] = w * xi
    return out


def forward_with_bias(x, w, b):
    return np.array([b + w * xi for xi in x])
