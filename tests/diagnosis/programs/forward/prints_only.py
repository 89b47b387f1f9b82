# kind: odd
# task: forward
# truth: forward prints the prediction and returns nothing.
# foreseen: unknown
import numpy as np


def forward(x, w):
    print(w * x)


def forward_with_bias(x, w, b):
    return w * x + b
