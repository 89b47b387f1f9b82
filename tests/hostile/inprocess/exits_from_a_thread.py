# expect: FAILED or RAISED or CRASHED
"""Raise SystemExit and KeyboardInterrupt in the main thread from another one, in the observer's steps."""

import _thread
import ctypes
import threading


def disturb():
    main = threading.main_thread().ident
    for _ in range(200):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(main), ctypes.py_object(SystemExit))
        _thread.interrupt_main()


def residual(w, x, y):
    threading.Thread(target=disturb, daemon=True).start()
    return x


slope = residual
