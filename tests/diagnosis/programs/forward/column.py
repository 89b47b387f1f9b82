# kind: wrong
# task: forward_with_bias
# truth: The predictions come as a column of shape (n, 1) instead of shape (n,).
# line: 16
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    X = x.reshape(-1, 1)
    W = np.array([[w]])
    return X @ W + b
