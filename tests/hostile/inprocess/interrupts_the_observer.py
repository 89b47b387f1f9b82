# expect: FAILED
"""Have a timer's signal run a handler between any two steps of the observer."""

import signal
import sys


def handler(number, frame):
    while frame:
        if frame.f_code.co_name in ("attempt", "run", "serve"):
            for name, value in frame.f_locals.items():
                if name in ("seen", "observation"):
                    object.__setattr__(value, "message", "passed")
        frame = frame.f_back


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)


def residual(w, x, y):
    return x


def slope(w, x, y):
    return 0.5
