# expect: CRASHED
"""Return an object whose array lies where no memory is, for the observer to fall over."""


class Window:
    __array_interface__ = {"shape": (3,), "typestr": "<f8", "data": (16, True), "version": 3}


def residual(w, x, y):
    return Window()


slope = residual
