# expect: RAISED
"""Become another program by exec, with its own rules and none of the observer's."""

import os


def residual(w, x, y):
    # The other program answers in this one's place: its exit status tells that it ran.
    os.execv("/bin/sh", ["sh", "-c", "exit 42"])


def slope(w, x, y):
    return 0.0
