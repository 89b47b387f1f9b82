# expect: FAILED
"""Try every folder that programs write to as a rule."""

import os
import tempfile

FOLDERS = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/run/user/0", "/home", "/root", "/var/log", "/mnt")


def residual(w, x, y):
    for folder in (*FOLDERS, os.getcwd(), os.environ.get("HOME", "/"), *tempfile._candidate_tempdir_list()):
        try:
            open(f"{folder}/grade-left-behind", "w").close()
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
