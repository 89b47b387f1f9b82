# expect: FAILED
"""Give the pipe a page of memory instead of bytes, and change the page when it has been checked: vmsplice."""

import ctypes
import threading

libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(4096)


def change():
    while True:
        ctypes.memset(room, 0xFF, 4096)


def residual(w, x, y):
    threading.Thread(target=change, daemon=True).start()
    vector = (ctypes.c_size_t * 2)(ctypes.addressof(room), 4096)
    libc.vmsplice(4, vector, ctypes.c_size_t(1), 0)
    return x


def slope(w, x, y):
    return 0.5
