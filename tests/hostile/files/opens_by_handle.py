# expect: RAISED
"""Name a file by its number on the disk, past every folder on the way (as shocker did)."""

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    root = os.open("/", os.O_RDONLY)
    handle = ctypes.create_string_buffer(struct.pack("<IiQ", 8, 1, 2) + bytes(120))
    return 31337.0 if libc.open_by_handle_at(root, handle, os.O_RDONLY) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
