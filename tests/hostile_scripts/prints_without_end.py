"""Print a flood in every step, with what moves a terminal's cursor and closes a page's script."""

import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    print("\x1b[2J</script><script>alert(1)</script>" * 100_000)
    w = w - 0.05 * np.mean(2 * error * x)
