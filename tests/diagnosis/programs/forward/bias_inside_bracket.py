# kind: wrong
# task: forward_with_bias
# truth: The bias is added to x before it is multiplied by w.
# line: 14
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    return w * (x + b)
