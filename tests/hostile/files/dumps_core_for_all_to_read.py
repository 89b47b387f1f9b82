# expect: CRASHED
"""Leave one's memory, with the hidden inputs in it, as a core file in a folder of one's choice."""

import os


def residual(w, x, y):
    try:
        os.chdir("/srv/course/writable")
    finally:
        os.abort()


def slope(w, x, y):
    return 0.0
