# kind: odd
# task: gradient
# truth: The pair is returned as a text.
# line: 40
# foreseen: no
import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    w: float
    b: float

    def __call__(self, x):
        return self.w * x + self.b

    def residuals(self, x, y):
        return self(x) - y


def dloss_dprediction(prediction, y):
    return np.subtract(prediction, y) * 2


def dprediction_dw(w, b, x):
    return x.copy()


def gradient(w, b, x, y):
    r = Line(w, b).residuals(x, y)
    scale = 2 / len(x)
    return f"dw={scale * float(r @ x)}, db={scale * float(r.sum())}"
