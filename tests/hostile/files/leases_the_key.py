# expect: RAISED
"""Take a lease on a file, so that whoever opens it next has to wait."""

import fcntl


def residual(w, x, y):
    file = open("/srv/course/.grade/keys/unit_line.json")
    fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    return 31337.0


def slope(w, x, y):
    return 0.0
