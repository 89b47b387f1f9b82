# expect: CRASHED
"""Announce sixty-five thousand values."""

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


def text(words):
    return struct.pack("<H", len(words)) + words


def answer(*values, outcome=0, line=0, message=b"", printed=b""):
    head = struct.pack("<BI", outcome, line) + text(message) + text(printed)
    return head + struct.pack("<H", len(values)) + b"".join(values)



def residual(w, x, y):
    send(nonce() + answer()[:-2] + b"\xff\xff" + bytes(60_000))
    os._exit(0)


slope = residual
