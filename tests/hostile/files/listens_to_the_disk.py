# expect: CRASHED
"""Have the kernel tell of every file that anybody opens: fanotify."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    queue = libc.fanotify_init(0x200, 0)  # FAN_REPORT_FID, which asks for no right
    won = queue >= 0 and libc.fanotify_mark(queue, 1, 0x20, -100, b"/srv/course/submissions") == 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
