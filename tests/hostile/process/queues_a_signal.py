# expect: FAILED
"""Send a signal that carries a number: sigqueue."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.sigqueue(os.getppid(), 9, ctypes.c_void_p(42)) == 0 else 0.0


def slope(w, x, y):
    return 0.0
