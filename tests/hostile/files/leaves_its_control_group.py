# expect: FAILED
"""Make a control group of one's own, out of the limits of the one that one is in."""

import os


def residual(w, x, y):
    for folder in ("", "memory", "pids", "unified", "cpu"):
        try:
            os.mkdir(f"/sys/fs/cgroup/{folder}/grade-left-behind")
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
