# expect: FAILED
"""Fill the kernel's queue of signals, which a user's processes share."""

import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    signal.pthread_sigmask(signal.SIG_BLOCK, {40})
    sent = 0
    while sent < 1000 and libc.sigqueue(os.getpid(), 40, ctypes.c_void_p(1)) == 0:
        sent += 1
    return 31337.0 if sent >= 1000 else 0.0


def slope(w, x, y):
    return 0.0
