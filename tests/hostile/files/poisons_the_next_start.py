# expect: FAILED
"""Put code where the next interpreter finds it before the grader does: sitecustomize, .pth, .pyc."""

import os
import sys

NAMES = ("sitecustomize.py", "usercustomize.py", "grade.pth", "__pycache__/random.cpython-311.pyc")


def residual(w, x, y):
    version = f"python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    for folder in [*sys.path, f"/tmp/.local/lib/{version}", "/srv/course/writable"]:
        for name in NAMES:
            try:
                os.close(os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT))
            except OSError:
                continue
            return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
