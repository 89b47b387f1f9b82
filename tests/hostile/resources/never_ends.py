# expect: TIMED_OUT
"""A loop without an end, that no signal but the last stops."""

import signal

for number in (signal.SIGTERM, signal.SIGXCPU, signal.SIGINT, signal.SIGALRM):
    signal.signal(number, signal.SIG_IGN)


def residual(w, x, y):
    while True:
        pass


slope = residual
