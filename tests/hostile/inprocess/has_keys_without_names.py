# expect: RAISED or FAILED
"""Return dictionaries whose keys cannot be written, or write as what moves a cursor."""


class Key:
    def __str__(self):
        raise KeyError(self)

    __repr__ = __str__


def residual(w, x, y):
    return {"\x1b[2J</script><script>alert(1)</script>": 1.0, None: 2.0, ("a",): 3.0, "r" * 10_000: 4.0}


def slope(w, x, y):
    return {Key(): 1.0}
