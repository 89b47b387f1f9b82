# expect: RAISED
"""Leave by the front door, in the hope that leaving counts as success."""

import sys


def residual(w, x, y):
    sys.exit(0)


def slope(w, x, y):
    raise GeneratorExit
