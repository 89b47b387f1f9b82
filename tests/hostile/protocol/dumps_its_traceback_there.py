# expect: CRASHED
"""Have the interpreter dump its stack into the pipe, at an hour of its choice."""

import faulthandler


def residual(w, x, y):
    faulthandler.dump_traceback(4)
    faulthandler.dump_traceback_later(0.05, repeat=True, file=4)
    return x


slope = residual
