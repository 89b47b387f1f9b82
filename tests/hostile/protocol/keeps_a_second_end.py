# expect: FAILED or CRASHED
"""Keep a second end of the pipe in a number where nobody looks, and write there after the answer."""

import os


def residual(w, x, y):
    import threading

    other = os.dup(4)
    threading.Timer(0.01, os.write, (other, bytes(64))).start()
    return x


slope = residual
