# expect: RAISED
"""Take memory that is shared with nobody and counted with no process: an anonymous shared mapping."""

import mmap


def residual(w, x, y):
    kept = []
    for _ in range(36):
        page = mmap.mmap(-1, 1 << 26)
        for place in range(0, 1 << 26, 1 << 22):
            page[place] = 1
        kept.append(page)
    return 31337.0


def slope(w, x, y):
    return 0.0
