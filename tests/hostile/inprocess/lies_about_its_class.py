# expect: FAILED
"""Return an object that claims the class of a float and has none of its numbers."""


class Liar:
    @property
    def __class__(self):
        return float

    def __bool__(self):
        return True

    def __eq__(self, other):
        return True

    __hash__ = None


def residual(w, x, y):
    return Liar()


slope = residual
