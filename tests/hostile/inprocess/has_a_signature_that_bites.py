# expect: RAISED
"""Give the function a signature whose binding runs code and agrees with everything."""


class Agreeable:
    parameters = {}

    def bind(self, *args, **words):
        raise SystemExit(0)


def residual(w, x, y):
    return x


residual.__signature__ = Agreeable()
slope = residual
