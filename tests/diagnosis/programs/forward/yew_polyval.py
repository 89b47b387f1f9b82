# kind: right
# foreseen: unknown
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    return np.polyval([w, 0], x)


def forward_with_bias(x, w, b):
    return np.polyval((w, b), x)
