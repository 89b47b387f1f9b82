# expect: RAISED
"""Raise what cannot be printed, is as long as a book, and clears the screen."""


class Monster(BaseException):
    __module__ = property(lambda self: 1 / 0)

    def __init__(self):
        self.__cause__ = self.__context__ = None

    def __str__(self):
        raise Monster

    __repr__ = __str__

    def __getattribute__(self, name):
        if name in ("msg", "args", "lineno"):
            raise SystemExit
        return super().__getattribute__(name)


def residual(w, x, y):
    raise Monster


def slope(w, x, y):
    raise ValueError("\x1b[2J\x1b]0;passed\x07\u202e[bold]{where}</script>\0" + "passed " * 1_000_000)
