# kind: right
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    return w * x + b
