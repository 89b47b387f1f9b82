# expect: FAILED
"""Put a finder before all others and a hook on every import, to be there when the grader loads something."""

import builtins
import sys

real = builtins.__import__
seen = []


class Finder:
    def find_spec(self, name, path=None, target=None):
        seen.append(name)


sys.meta_path.insert(0, Finder())
builtins.__import__ = lambda *args, **words: seen.append(args[0]) or real(*args, **words)


def residual(w, x, y):
    return x


slope = residual
