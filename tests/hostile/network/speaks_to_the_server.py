# expect: FAILED
"""Find the server's own line to the grader among the open files, and give orders in its name."""

import os
import socket
import stat


def residual(w, x, y):
    for fd in range(5000):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                socket.socket(fileno=os.dup(fd)).send(b"W\1\0\0\0")
                return 31337.0
        except OSError:
            continue
    return 0.0


def slope(w, x, y):
    return 0.0
