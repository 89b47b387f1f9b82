"""Delete the functions that everybody uses, and make nothing of NumPy's."""

import builtins
import contextlib

import numpy as np

held = np.array, np.mean
for name in ("isinstance", "len", "getattr", "float", "any", "enumerate"):
    delattr(builtins, name)
for name in dir(np):
    with contextlib.suppress(AttributeError, TypeError):
        setattr(np, name, None)
np.array, np.mean = held

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    w = w - 0.05 * np.mean(2 * error * x)
