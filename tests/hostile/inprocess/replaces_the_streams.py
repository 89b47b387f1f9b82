# expect: FAILED
"""Replace the streams into which the observer collects what is printed, while it collects."""

import sys


class Stream:
    kept = "passed" * 100_000
    encoding = "utf-8"

    def write(self, text):
        raise SystemExit

    flush = close = write


def residual(w, x, y):
    sys.stdout.kept = "passed" * 100_000
    sys.stdout = sys.stderr = sys.__stdout__ = Stream()
    return x


def slope(w, x, y):
    sys.stdout.kept = "passed" * 100_000
    return 0.5
