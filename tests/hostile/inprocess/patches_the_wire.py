# expect: CRASHED
"""Exchange the way answers are written for one that writes what no reader expects."""

import sys

wire = sys.modules["grader.inside.wire"]
wire.reply = lambda seen, nonce: wire.frame(b"passed" * 1000, nonce)


def residual(w, x, y):
    return x


slope = residual
