# kind: right
# task: forward_with_bias
# truth: right: polyval
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    return np.polyval([w, b], x)
