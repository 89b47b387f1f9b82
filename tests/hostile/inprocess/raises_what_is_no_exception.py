# expect: CRASHED
"""Raise an exception whose class has no end of parents and whose traceback is a circle."""


class Loop(Exception):
    @property
    def __traceback__(self):
        return self

    tb_next = tb_frame = property(lambda self: self)
    tb_lineno = tb_lasti = 1

    def with_traceback(self, other):
        return self

    def __str__(self):
        import os

        os._exit(0)


def residual(w, x, y):
    raise Loop


slope = residual
