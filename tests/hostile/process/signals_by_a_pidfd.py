# expect: CRASHED
"""Send a signal through a handle on the process."""

import os
import signal


def residual(w, x, y):
    signal.pidfd_send_signal(os.pidfd_open(os.getppid()), signal.SIGKILL)
    return 31337.0


def slope(w, x, y):
    return 0.0
