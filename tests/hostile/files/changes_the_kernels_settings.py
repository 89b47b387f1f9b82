# expect: FAILED
"""Write a kernel setting through /proc/sys."""


def residual(w, x, y):
    for name in ("kernel/hostname", "kernel/core_pattern", "kernel/domainname", "kernel/ns_last_pid"):
        try:
            open(f"/proc/sys/{name}", "r+b").close()
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
