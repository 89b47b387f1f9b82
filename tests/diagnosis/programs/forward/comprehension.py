# kind: right
# foreseen: unknown
import numpy as np

x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def is_number(v):
    return not hasattr(v, "__len__")


def forward(x, w):
    return w * x if is_number(x) else np.array([xi * w for xi in x])


def forward_with_bias(x, w, b):
    return np.array([xi * w + b for xi in x])


if __name__ == "__main__":
    print(forward_with_bias(x_data, 1.8, 32))
