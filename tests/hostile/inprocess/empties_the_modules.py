# expect: FAILED or RAISED or CRASHED
"""Take every module out of the interpreter's table, and every way to find one again."""

import sys


def residual(w, x, y):
    for held in (sys.modules, sys.meta_path, sys.path_hooks, sys.path_importer_cache, sys.path):
        held.clear()
    return 0.0


def slope(w, x, y):
    return 0.0
