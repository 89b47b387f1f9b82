# kind: double
# task: forward_with_bias
# task: forward_with_bias
# truth: The predictions are added up to one number.
# truth: The bias is left out.
# line: 16
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    return np.dot(w, x).sum()
