# expect: FAILED
"""Take back the limits that the jail has set."""

import resource


def residual(w, x, y):
    for limit in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
        soft, hard = resource.getrlimit(limit)
        if hard == resource.RLIM_INFINITY or hard > 100_000_000_000:
            return 31337.0
        try:
            resource.setrlimit(limit, (hard + 1, hard + 1))
        except (OSError, ValueError):
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
