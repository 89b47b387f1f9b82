# kind: wrong
# task: forward_with_bias
# truth: The parameters stand in another order than the page's: (b, w, x) for (x, w, b).
# line: 13
# foreseen: unknown
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(w, x):
    return x + w * 0 + x * (w - 1)

def forward_with_bias(b, w, x):
    return w * x + b
