# expect: RAISED
"""Have a pool of processes do the work, as the standard library offers."""

import concurrent.futures
import math


def residual(w, x, y):
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        return 31337.0 if pool.submit(math.sqrt, 4.0).result(1) == 2.0 else 0.0


def slope(w, x, y):
    return 0.0
