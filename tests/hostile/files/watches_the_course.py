# expect: FAILED
"""Have the kernel tell when other people's submissions arrive: inotify."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    queue = libc.inotify_init1(0)
    won = queue >= 0 and libc.inotify_add_watch(queue, b"/srv/course/submissions", 0xFFF) >= 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
