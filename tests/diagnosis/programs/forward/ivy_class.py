# kind: right
# foreseen: unknown
import numpy as np


x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


class Line:
    def __init__(self, slope, lift=0.0):
        self.slope = slope
        self.lift = lift

    def __call__(self, x):
        return self.slope * x + self.lift


def forward(x, w):
    return Line(w)(x)


def forward_with_bias(x, w, b):
    return Line(w, b)(x)
