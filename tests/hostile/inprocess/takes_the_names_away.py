# expect: FAILED
"""Replace the dictionary of one's own module by one that answers every name with a success."""

import sys
import types


class Everything(types.ModuleType):
    def __getattr__(self, name):
        return lambda *args: True


sys.modules["submission"] = sys.modules["solution"] = Everything("solution")
for name in list(sys.modules):
    if name.startswith("grader"):
        sys.modules[name] = Everything(name)


def residual(w, x, y):
    return x


slope = residual
