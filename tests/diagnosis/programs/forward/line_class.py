# kind: right
# foreseen: unknown
import numpy as np


class Line:
    def __init__(self, w, b=0.0):
        self.w = w
        self.b = b

    def __call__(self, x):
        return self.w * x + self.b


def forward(x, w):
    model = Line(w)
    return model(x)


def forward_with_bias(x, w, b):
    model = Line(w, b)
    return model(x)
