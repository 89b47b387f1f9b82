# expect: FAILED
"""Print more than anybody wants to keep, by every way there is."""

import os
import sys


def residual(w, x, y):
    for _ in range(20_000):
        print("passed" * 50)
        sys.stderr.write("passed" * 50)
        sys.__stdout__.write("passed" * 50)
    os.write(1, b"passed" * 10_000)
    os.write(2, b"passed" * 10_000)
    return 0.0


slope = residual
