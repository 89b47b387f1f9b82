# expect: CRASHED
"""Measure other processes by the processor's counters: perf_event_open."""

import ctypes
import struct

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    what = ctypes.create_string_buffer(struct.pack('<IIQQQQQ', 1, 112, 1, 0, 0, 0, 0x61) + bytes(128))
    return 31337.0 if libc.syscall(298, what, 0, -1, -1, 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
