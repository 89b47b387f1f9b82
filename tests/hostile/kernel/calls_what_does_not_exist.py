# expect: FAILED
"""Try call numbers that no rule has ever heard of, in search of one that is there."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    numbers = (*range(337, 424), *range(459, 520))
    return 31337.0 if any(libc.syscall(number, -1, -1, -1, -1) >= 0 for number in numbers) else 0.0


def slope(w, x, y):
    return 0.0
