# expect: FAILED
"""Change the processor's rounding and its treatment of tiny numbers, for whoever computes next."""

import ctypes

libm = ctypes.CDLL("libm.so.6")


def residual(w, x, y):
    libm.fesetround(0x400)
    environment = ctypes.create_string_buffer(64)
    libm.fegetenv(environment)
    environment[28:30] = b"\xc0\xff"
    libm.fesetenv(environment)
    return x


def slope(w, x, y):
    return 0.5
