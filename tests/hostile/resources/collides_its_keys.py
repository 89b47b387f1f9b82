# expect: TIMED_OUT
"""Fill a dictionary with keys that all fall into one place."""


class Key:
    def __hash__(self):
        return 1


def residual(w, x, y):
    return float(len({Key(): 1 for _ in range(200_000)}))


def slope(w, x, y):
    return 0.0
