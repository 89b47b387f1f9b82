# expect: FAILED
"""Make the system call in machine code of one's own, past the C library and whatever is patched there."""

import ctypes
import mmap


def residual(w, x, y):
    page = mmap.mmap(-1, 4096, prot=7)
    # mov eax, 41; mov edi, 2; mov esi, 1; xor edx, edx; syscall; ret: socket(AF_INET, SOCK_STREAM, 0)
    page.write(bytes.fromhex("b829000000 bf02000000 be01000000 31d2 0f05 c3"))
    place = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return 31337.0 if ctypes.CFUNCTYPE(ctypes.c_int)(place)() >= 0 else 0.0


def slope(w, x, y):
    return 0.0
