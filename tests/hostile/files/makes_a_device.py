# expect: RAISED
"""Make a device of one's own for the first disk."""

import os
import stat


def residual(w, x, y):
    os.mknod("/srv/course/writable/disk", stat.S_IFBLK | 0o600, os.makedev(254, 0))
    return 31337.0


def slope(w, x, y):
    return 0.0
