# kind: wrong
# task: forward_with_bias
# truth: The total is never reset, so each prediction also contains the predictions of all samples before it.
# line: 19
# foreseen: unknown
import numpy as np

x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    return x * w


def forward_with_bias(x, w, b):
    preds = []
    total = 0
    for value in x:
        total += w * value + b
        preds.append(total)
    return np.array(preds)
