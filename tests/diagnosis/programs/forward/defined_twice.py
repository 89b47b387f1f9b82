# kind: right
# foreseen: unknown
import numpy as np


# first try
def forward(x, w):
    return w ** x


def forward(x, w):
    return w * x


def forward_with_bias(x, w, b):
    # b * x + w was wrong
    return b + x * w
