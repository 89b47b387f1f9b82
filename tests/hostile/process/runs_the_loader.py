# expect: FAILED
"""Execute the loader of programs, which lies among the libraries, and have it load another program."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    loader = os.open("/lib64/ld-linux-x86-64.so.2", os.O_RDONLY)
    words = (ctypes.c_char_p * 3)(b"ld.so", b"--help", None)
    # By its handle, with an empty name: execveat, which rules about execve forget.
    libc.syscall(322, loader, b"", words, (ctypes.c_char_p * 1)(None), 0x1000)
    return 0.0


def slope(w, x, y):
    return 0.0
