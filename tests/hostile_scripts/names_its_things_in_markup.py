"""Give parameters, losses and their types names that a report would have to quote, and quote wrongly."""

import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

Odd = type("<script>alert(1)</script>\x1b[2J", (float,), {})
names = globals()
names["\x1b[31m<b>w</b>"] = Odd(0.5)
for epoch in range(20):
    error = w * x - y
    loss = Odd(np.mean(error**2))
    w = Odd(w - 0.05 * np.mean(2 * error * x))
