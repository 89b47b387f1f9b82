# expect: RAISED
"""Put another file in the place of the result, in one step."""

import os


def residual(w, x, y):
    os.rename("/srv/course/writable/mine.json", "/srv/course/writable/results.json")
    return 31337.0


def slope(w, x, y):
    return 0.0
