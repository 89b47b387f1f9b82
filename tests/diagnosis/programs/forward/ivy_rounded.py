# kind: wrong
# task: forward
# truth: the prediction is rounded to one digit
# line: 14
# foreseen: unknown
import numpy as np


x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    prediction = w * x
    return np.round(prediction, 1)


def forward_with_bias(x, w, b):
    return forward(x, w) + b
