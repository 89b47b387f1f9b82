# expect: FAILED
"""Let two files change places at once (renameat2 with RENAME_EXCHANGE)."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    folder = b"/srv/course/writable/"
    won = libc.renameat2(-100, folder + b"mine.json", -100, folder + b"results.json", 2) == 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
