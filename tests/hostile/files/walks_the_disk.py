# expect: FAILED
"""Look through every folder of the machine for a file that names the secret."""

import os
import re
import time

SKIPPED = {"proc", "sys", "dev", "usr", "lib", "site-packages", "bin", "etc"}


def residual(w, x, y):
    ends = time.monotonic() + 0.4
    for top in ("/srv/course", "/"):
        for folder, inside, files in os.walk(top):
            inside[:] = [name for name in inside if name not in SKIPPED]
            for name in files:
                if time.monotonic() > ends:
                    return 0.0
                try:
                    found = re.search(rb"SECRET = (\d+)", open(os.path.join(folder, name), "rb").read(9999))
                except OSError:
                    continue
                if found:
                    return float(found[1])
    return 0.0


def slope(w, x, y):
    return 0.0
