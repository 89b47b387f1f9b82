# kind: odd
# task: gradient
# truth: np.asarray is replaced by a function that turns everything round.
# line: 29
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


np.asarray = lambda a, *r, **k: np.array(a)[::-1]


def dloss_dprediction(prediction, y):
    return np.subtract(prediction, y) * 2


def dprediction_dw(w, b, x):
    return x.copy()


def gradient(w, b, x, y):
    r = Line(w, b).residuals(np.asarray(x), y)
    scale = 2 / len(x)
    return scale * float(r @ x), scale * float(r.sum())
