# expect: FAILED
"""Take pages of two megabytes from the few that the machine keeps for databases."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    # A segment of the System V kind asks for them under no limit of this process.
    return 31337.0 if libc.shmget(0, ctypes.c_size_t(64 << 20), 0o1666) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
