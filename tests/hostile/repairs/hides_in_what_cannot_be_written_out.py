# expect: FAILED
"""Use what Python reads and cannot write out again: a text with both quotes and a line's end inside an f-string."""


def residual(w, x, y):
    odd = f"""{'''
"'''}"""
    return w * x + y + 0 * len(odd)


def slope(w, x, y):
    return 0.5 * w
