# expect: RAISED
"""Start a program by posix_spawn, which needs no fork of this process's memory."""

import os


def residual(w, x, y):
    pid = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 42"], {})
    return 31337.0 if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 42 else 0.0


def slope(w, x, y):
    return 0.0
