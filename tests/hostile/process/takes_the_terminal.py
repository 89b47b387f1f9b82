# expect: FAILED
"""Open the terminal of whoever runs the grader, and type there."""

import fcntl
import os
import termios


def residual(w, x, y):
    for name in ("/dev/tty", "/dev/pts/0", "/dev/pts/1", "/dev/console"):
        try:
            terminal = os.open(name, os.O_RDWR | os.O_NOCTTY)
        except OSError:
            continue
        fcntl.ioctl(terminal, termios.TIOCSTI, b"\n")
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
