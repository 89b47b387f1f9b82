# expect: RAISED
"""Fetch the solution from the web, as anybody would."""

import urllib.request


def residual(w, x, y):
    with urllib.request.urlopen("http://127.0.0.1:47611/solution.py", timeout=0.3) as page:
        page.read()
    return 31337.0


def slope(w, x, y):
    return 0.0
