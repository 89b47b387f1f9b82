# expect: CRASHED
"""Keep a message in the user's keyring, from one submission to the next: add_key."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(248, b"user", b"grade", b"42", 2, -4) > 0 else 0.0


def slope(w, x, y):
    return 0.0
