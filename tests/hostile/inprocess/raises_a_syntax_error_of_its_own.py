# expect: RAISED
"""Raise a SyntaxError whose place and text are no numbers and no text."""


class Place(int):
    def __index__(self):
        raise KeyboardInterrupt

    __int__ = __lt__ = __gt__ = __index__


def residual(w, x, y):
    fault = SyntaxError("passed")
    fault.filename, fault.lineno, fault.offset = "unit_line.py", Place(7), Place(9)
    raise fault


def slope(w, x, y):
    return 0.5
