# expect: FAILED
"""Ask which rights one has on a file, without using any: access, in all its forms."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    place = b"/srv/course/solutions/unit_line.py"
    won = libc.access(place, 4) == 0 or libc.syscall(439, -100, place, 4, 0x200) == 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
