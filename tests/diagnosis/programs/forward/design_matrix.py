# kind: right
# foreseen: unknown
import numpy as np


def forward(x, w):
    return x * w


def forward_with_bias(x, w, b):
    features = np.column_stack([x, np.ones_like(x)])
    theta = np.array([w, b])
    return features @ theta
