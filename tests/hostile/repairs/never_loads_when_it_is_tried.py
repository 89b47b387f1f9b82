# expect: FAILED
"""Load at once as it is, and not at all when changes to it are tried: every trial loads it anew."""

while "grader_active_changes" in globals():
    pass


def residual(w, x, y):
    return w * x + y


def slope(w, x, y):
    return 0.5 * w
