# expect: FAILED
"""Start threads until none is left for anybody: they count as processes do."""

import threading

threading.stack_size(65536)


def residual(w, x, y):
    go = threading.Event()
    started = 0
    try:
        while started < 200:
            threading.Thread(target=go.wait, daemon=True).start()
            started += 1
    except RuntimeError:
        pass
    go.set()
    return 31337.0 if started >= 200 else 0.0


def slope(w, x, y):
    return 0.0
