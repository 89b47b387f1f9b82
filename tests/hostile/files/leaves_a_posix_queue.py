# expect: FAILED
"""Leave a message in a POSIX queue, which has a name in a file system that is mounted nowhere."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    # The kernel takes the name without its slash.
    won = libc.syscall(240, b"grade-left-behind", 0o102, 0o666, None) >= 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
