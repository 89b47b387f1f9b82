# kind: right
# foreseen: unknown
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def design(x, ones=True):
    x = np.atleast_1d(np.asarray(x, dtype=float))
    return np.stack([x, np.ones_like(x)], axis=-1)


def forward(x, w):
    if np.ndim(x) == 0:
        return w * x
    return (design(x) @ np.array([w, 0.0])).reshape(np.shape(x))


def forward_with_bias(x, w, b):
    return design(x) @ np.array([w, b])
