# kind: right
# foreseen: unknown
import numpy as np

x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])

forward = lambda x, w: x * w
forward_with_bias = lambda x, w, b: forward(x, w) + b
