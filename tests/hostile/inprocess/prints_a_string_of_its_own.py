# expect: FAILED
"""Print a string whose length, pieces and encoding are what it likes."""

import sys


class Words(str):
    def __str__(self):
        return self

    def __len__(self):
        return -1 % (1 << 60)

    def __getitem__(self, place):
        return Words("passed" * 100_000)

    def __radd__(self, other):
        return Words("passed" * 100_000)

    def encode(self, *args):
        return b"passed" * 100_000


def residual(w, x, y):
    sys.stdout.write(Words("x"))
    return x


def slope(w, x, y):
    return 0.5
