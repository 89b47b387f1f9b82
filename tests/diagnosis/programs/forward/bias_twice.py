# kind: wrong
# task: forward_with_bias
# truth: The bias is added twice.
# line: 16
# foreseen: unknown
import numpy as np


def forward(x, w, b=0):
    prediction = x * w
    prediction = prediction + b
    return prediction


def forward_with_bias(x, w, b):
    return forward(x, w, b) + b
