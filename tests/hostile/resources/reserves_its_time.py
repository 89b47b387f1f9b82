# expect: FAILED
"""Ask for a fixed share of the processor, before everybody else: deadline scheduling."""

import ctypes
import struct

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    wanted = struct.pack("<IIQiIQQQ", 48, 6, 0, 0, 0, 9_000_000, 10_000_000, 10_000_000)
    return 31337.0 if libc.syscall(314, 0, wanted, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
