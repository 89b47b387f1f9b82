# kind: right
# foreseen: no
import numpy as np


x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


class Modell:
    w = b = 0.0

    def mit(self, **k):
        for name, wert in k.items():
            setattr(self, name, wert)
        return self

    def __matmul__(self, x):
        return np.multiply(self.w, x) + self.b


def forward(x, w):
    return Modell().mit(w=w) @ x


def forward_with_bias(x, w, b):
    out = np.full(np.shape(x), b, dtype=float)
    np.add(out, Modell().mit(w=w) @ x, out=out)
    return out
