# expect: TIMED_OUT
"""End the first thread and let another live on: the process looks dead and is not."""

import ctypes
import threading
import time

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    threading.Thread(target=time.sleep, args=(60,)).start()
    libc.syscall(60, 0)


def slope(w, x, y):
    return 0.0
