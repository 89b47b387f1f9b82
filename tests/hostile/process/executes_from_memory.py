# expect: RAISED
"""Execute a program that lies in no file: memfd_create and fexecve."""

import os


def residual(w, x, y):
    file = os.memfd_create("grade")
    with open("/bin/true", "rb") as program:
        os.write(file, program.read())
    pid = os.fork()
    if pid == 0:
        os.execve(file, ["true"], {})
    return 31337.0 if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0 else 0.0


def slope(w, x, y):
    return 0.0
