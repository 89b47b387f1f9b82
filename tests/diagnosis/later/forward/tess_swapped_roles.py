# kind: wrong
# task: forward_with_bias
# truth: w and b have each other's role
# line: 14
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    return b * x + w
