# kind: double
# task: forward
# task: forward_with_bias
# truth: forward raises x to the power w instead of multiplying the two.
# truth: The bias is subtracted instead of added.
# line: 14, 19
# foreseen: unknown
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    """Return the prediction of the line w·x through the origin, one for every input."""
    return np.power(x, w)


def forward_with_bias(x, w, b):
    """Return the prediction of the line w·x + b, one for every input."""
    return np.multiply(x, w) - b


print(forward(x_data, 2))
print(forward_with_bias(x_data, 2, 1))
