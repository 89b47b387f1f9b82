# expect: FAILED
"""Read the disk, the memory and the kernel's log as devices."""

import os

NAMES = ("vda", "sda", "nvme0n1", "mem", "kmem", "port", "kmsg", "kvm", "fuse", "loop0", "net/tun", "tty")


def residual(w, x, y):
    for name in NAMES:
        try:
            os.open(f"/dev/{name}", os.O_RDWR)
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
