# expect: FAILED
"""Register handlers of its own for letters that cannot be written, which put a thousand in their place."""

import codecs

for name in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
    codecs.register_error(name, lambda fault: ("\0" * 1000, fault.end))


def residual(w, x, y):
    print("\ud800")
    return 0.0


def slope(w, x, y):
    raise ValueError("\udfff")
