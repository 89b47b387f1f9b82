# expect: FAILED
"""Pin the processor's state by an extension that has had its own holes: arch_prctl for AMX."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(158, 0x1023, 18) == 0 else 0.0


def slope(w, x, y):
    return 0.0
