# kind: right
# foreseen: unknown
import numpy as np


def forward(x, w):
    # a polynomial without a constant
    return np.polyval([w, 0.0], x)


def forward_with_bias(x, w, b):
    return np.polyval([w, b], x)
