# expect: RAISED
"""Write into pages that are not writable, through the file of one's own memory."""

import ctypes


def residual(w, x, y):
    place = ctypes.cast(ctypes.CDLL(None).getppid, ctypes.c_void_p).value
    with open("/proc/self/mem", "r+b", 0) as memory:
        memory.seek(place)
        memory.write(b"\x31\xc0\xff\xc0\xc3")
    return 31337.0 if ctypes.CDLL(None).getppid() == 1 else 0.0


def slope(w, x, y):
    return 0.0
