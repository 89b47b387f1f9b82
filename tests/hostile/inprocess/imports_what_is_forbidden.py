# expect: CRASHED or RAISED
"""Take away the mark that forbids torch, and import it by a name that is put together."""

import importlib
import sys


name = "to" + "rch"
for known in [known for known in sys.modules if known.partition(".")[0] == name]:
    del sys.modules[known]
forbidden = importlib.import_module(name)


def residual(w, x, y):
    return float(forbidden.tensor(31337.0))


def slope(w, x, y):
    return 0.0
