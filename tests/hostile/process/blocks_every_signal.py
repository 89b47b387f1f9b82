# expect: TIMED_OUT
"""Block every signal there is, then spin."""

import signal


def residual(w, x, y):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))
    while True:
        pass


def slope(w, x, y):
    return 0.0
