# kind: wrong
# task: forward_with_bias
# truth: The prediction is worked out inside the caller's array x, which no longer holds the inputs afterwards.
# line: 15
# foreseen: unknown
# passes: yes
import numpy as np


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    x *= w
    x += b
    return x
