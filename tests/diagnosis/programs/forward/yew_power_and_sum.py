# kind: double
# task: forward
# task: forward_with_bias
# truth: The input is raised to the power of the weight.
# truth: The weight is left out: x + b.
# line: 13, 17
# foreseen: unknown
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    return np.power(x, w)


def forward_with_bias(x, w, b):
    return np.polyval((1, b), x)
