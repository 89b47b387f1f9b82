# expect: RAISED
"""Raise in code that claims to be the solution's, so that the report quotes the line from the disk."""


def residual(w, x, y):
    exec(compile("\n1 / 0", "/srv/course/solutions/unit_line.py", "exec"), {})


def slope(w, x, y):
    raise SyntaxError("SECRET", ("/srv/course/solutions/unit_line.py", 1, 1, None))
