"""Have numbers whose arithmetic lies: equal to everything, smaller and larger than all, of any length."""

import numpy as np


class Liar(float):
    def __eq__(self, other):
        return True

    __lt__ = __gt__ = __le__ = __ge__ = __eq__

    def __hash__(self):
        raise TypeError

    def __float__(self):
        raise KeyboardInterrupt

    def __len__(self):
        return 1 << 60

    def __array__(self, *given, **more):
        raise SystemExit


x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = Liar(np.mean(error**2))
    w = Liar(w - 0.05 * np.mean(2 * error * x))
