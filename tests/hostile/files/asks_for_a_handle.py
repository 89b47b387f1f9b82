# expect: CRASHED
"""Take a file's handle, by which a helper outside could open it: name_to_handle_at asks for no right."""

import ctypes
import struct

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    handle = ctypes.create_string_buffer(struct.pack("<Ii", 128, 0) + bytes(128))
    mount = ctypes.c_int()
    place = b"/srv/course/solutions/unit_line.py"
    return 31337.0 if libc.name_to_handle_at(-100, place, handle, ctypes.byref(mount), 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
