# expect: CRASHED
"""Exchange the functions by which the observer writes, so that each answer carries the numbers of another."""

import os
import sys

real = os.write
answers = []


def write(fd, data):
    data = bytes(data)
    if fd == 4:
        answers.append(data)
        data = data[:20] + answers[0][20:]
    return real(fd, data)


os.write = write
sys.modules["grader.inside.server"].os.write = write


def residual(w, x, y):
    return x


def slope(w, x, y):
    return 0.5
