# expect: RAISED
"""Open the memory of the process that asks as a file, and search it for the expected answers."""

import os
import re


def residual(w, x, y):
    for pid in (47612, os.getppid()):
        memory = open(f"/proc/{pid}/mem", "rb", 0)
        for line in open(f"/proc/{pid}/maps"):
            ends, rights, *_ = line.split()
            start, end = (int(number, 16) for number in ends.split("-"))
            if not rights.startswith("rw") or end - start > 1 << 26:
                continue
            memory.seek(start)
            found = re.search(rb"SECRET = (\d+)", memory.read(end - start))
            if found:
                return float(found[1])
    return 0.0


def slope(w, x, y):
    return 0.0
