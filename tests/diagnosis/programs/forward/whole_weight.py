# kind: wrong
# task: forward
# truth: The weight is cut to a whole number before it is multiplied by x.
# line: 10
# foreseen: unknown
import numpy as np


def forward(x, w):
    slope = int(w)
    return slope * x


def forward_with_bias(x, w, b):
    return w * x + b
