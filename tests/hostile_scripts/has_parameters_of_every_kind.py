"""Train what is no number: objects, texts, complex numbers, times, structures and nothing at all."""

import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

things = [
    None,
    "w",
    1j,
    np.datetime64("2020-01-01"),
    np.array([object()]),
    np.zeros(2, "i4,f8"),
    np.array("w"),
]
for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    a, b, c, d, e, f, g = things
    things = [a, b + "w", c * 2j, d + 1, e, f, g]
    w = w - 0.05 * np.mean(2 * error * x)
