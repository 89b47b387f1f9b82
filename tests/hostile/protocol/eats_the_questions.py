# expect: CRASHED or TIMED_OUT or FAILED
"""Read the observer's questions in a thread, before it can."""

import os
import threading


def eat():
    while True:
        os.read(3, 1)


for _ in range(4):
    threading.Thread(target=eat, daemon=True).start()


def residual(w, x, y):
    return x


slope = residual
