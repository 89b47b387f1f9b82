# expect: CRASHED
"""Make the system call by the 32-bit gate, whose numbers are other ones: int 0x80."""

import ctypes
import mmap


def residual(w, x, y):
    page = mmap.mmap(-1, 4096, prot=7)
    # push rbx; mov eax, 359; mov ebx, 2; mov ecx, 1; xor edx, edx; int 0x80; pop rbx; ret: socket
    page.write(bytes.fromhex("53 b867010000 bb02000000 b901000000 31d2 cd80 5b c3"))
    place = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return 31337.0 if ctypes.CFUNCTYPE(ctypes.c_int)(place)() >= 0 else 0.0


def slope(w, x, y):
    return 0.0
