# expect: RAISED
"""Have a shell do it."""

import subprocess


def residual(w, x, y):
    said = subprocess.run(["/bin/sh", "-c", "echo 31337"], capture_output=True, timeout=2).stdout
    return float(said)


def slope(w, x, y):
    return 0.0
