"""Hold objects whose copies hold a million more, and whose attributes lead on for ever."""

import numpy as np


class Many:
    def __deepcopy__(self, memory):
        return [Many() for _ in range(10**6)]

    def __copy__(self):
        raise KeyboardInterrupt

    def __reduce_ex__(self, protocol):
        return (exit, ())

    def __getattr__(self, name):
        return Many()


many = Many()

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    w = w - 0.05 * np.mean(2 * error * x)
