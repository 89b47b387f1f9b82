# expect: FAILED
"""Ask for the processor before everybody else: real-time scheduling and a better niceness."""

import os


def residual(w, x, y):
    for ask in (
        lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
        lambda: os.setpriority(os.PRIO_PROCESS, 0, -5),
    ):
        try:
            ask()
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
