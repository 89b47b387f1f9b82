# kind: odd
# task: forward
# truth: The prediction is returned as a text.
# line: 21
# foreseen: no
import numpy as np


x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


from functools import partial


def 直线(权重, 偏置, 输入):
    return 权重 * 输入 + 偏置


def forward(x, w):
    f = partial(直线, w, 0.0)
    return f"{f(x)}"


def forward_with_bias(x, w, b):
    f = partial(直线, w, b)
    out = np.empty(len(x))
    for i, one in enumerate(x):
        out[i] = f(one)
    return out
