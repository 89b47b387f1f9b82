# expect: RAISED
"""Change a file through memory that is mapped onto it, which is no write at all."""

import mmap
import os


def residual(w, x, y):
    file = os.open("/srv/course/writable/results.json", os.O_RDWR)
    with mmap.mmap(file, 0) as page:
        page[:12] = b'{"score": 9}'
    return 31337.0


def slope(w, x, y):
    return 0.0
