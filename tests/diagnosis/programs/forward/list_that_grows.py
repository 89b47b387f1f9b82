# kind: wrong
# task: forward_with_bias
# truth: The list of predictions is a default argument, so a second call also returns the predictions of the first.
# line: 15
# foreseen: unknown
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b, preds=[]):
    for xi in x:
        preds.append(w * xi + b)
    return np.array(preds)
