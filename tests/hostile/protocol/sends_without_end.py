# expect: CRASHED
"""Send the largest answer there may be, then more, and never stop."""

import os
import struct
import sys


def nonce():
    frame = sys._getframe(1)
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["nonce"]


def send(body):
    data = struct.pack("<I", len(body)) + body
    while data:
        data = data[os.write(4, data) :]



def residual(w, x, y):
    big = nonce() + bytes((4 << 20) - 16)
    while True:
        send(big)


slope = residual
