# expect: FAILED
"""Return a list whose length and items never agree."""


class Endless(list):
    def __len__(self):
        return 1 << 60

    def __iter__(self):
        return iter([0.0])


def residual(w, x, y):
    return Endless([0.0])


def slope(w, x, y):
    return 0.0
