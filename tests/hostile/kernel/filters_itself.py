# expect: CRASHED
"""Add a filter of one's own, by which system calls of the observer seem to succeed: seccomp."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    code = (ctypes.c_uint64 * 1)(0x7FFF000000000006)
    program = (ctypes.c_uint64 * 2)(1, ctypes.addressof(code))
    return 31337.0 if libc.syscall(317, 1, 0, program) == 0 else 0.0


def slope(w, x, y):
    return 0.0
