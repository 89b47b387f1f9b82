# expect: FAILED
"""Read what tells this machine from others: its id, its users, its mounts."""


def residual(w, x, y):
    for name in ("/etc/machine-id", "/etc/passwd", "/proc/self/mountinfo", "/proc/net/tcp", "/proc/meminfo"):
        try:
            open(name).close()
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
