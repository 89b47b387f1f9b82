# kind: right
# foreseen: unknown
import numpy as np

x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
for w in (0.5, 1.0, 2.0):
    print("w =", w, "predictions", x_data * w)


def forward(x, w):
    return np.einsum("...,->...", x, w)[()]


def forward_with_bias(x, w, b):
    return np.outer(x, [w]).ravel() + np.full(len(x), b)
