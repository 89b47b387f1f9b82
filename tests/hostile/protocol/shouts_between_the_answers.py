# expect: FAILED or RAISED or CRASHED or TIMED_OUT
"""Have eight threads write into the pipe of answers whenever they get a turn, and turns last no time."""

import os
import sys
import threading

sys.setswitchinterval(1e-9)


def shout():
    while True:
        os.write(4, b"\0" * 7)


def residual(w, x, y):
    for _ in range(8):
        threading.Thread(target=shout, daemon=True).start()
    return 0.0


def slope(w, x, y):
    return 0.0
