# kind: right
# foreseen: unknown
import numpy as np


x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    return np.multiply(np.asarray(x), w)


def forward_with_bias(x, w, b):
    design = np.stack([np.ones_like(x), x], axis=1)
    return np.einsum("ij,j->i", design, np.array([b, w]))
